using System.Net;
using OpenStateHub.Core.Mail;

namespace OpenStateHub.Web.Pages.Development;

/// <summary>Whether letters are shown on a page, because no server takes them: on a hub that only demonstrates, and to a developer.</summary>
public sealed class ShownMail(IHostEnvironment environment, SiteFacts site, MailDelivery mail, IHttpContextAccessor accessor)
{
    public bool IsShown => mail.Server is null && (site.IsDemonstration || IsToDeveloper);

    // A site that somebody opened to others in development mode by mistake must not hand its reset links to them: only its own machine
    // sees them, and only without a proxy between.
    private bool IsToDeveloper => environment.IsDevelopment() && accessor.HttpContext is { } http
        && (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("X-Original-For");
}
