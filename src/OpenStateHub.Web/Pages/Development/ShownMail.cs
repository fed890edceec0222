using OpenStateHub.Core.Mail;

namespace OpenStateHub.Web.Pages.Development;

/// <summary>Whether letters are shown on a page, because nobody receives them: in development, and on a hub that only demonstrates.</summary>
public sealed class ShownMail(IHostEnvironment environment, SiteFacts site, MailDelivery mail)
{
    public bool IsShown => mail.Server is null && (environment.IsDevelopment() || site.IsDemonstration);
}
