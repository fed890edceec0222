using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages;

/// <summary>
/// What a person sees instead of a page. The answer keeps the status that led here; whoever asks for this address itself gets 404.
/// </summary>
[Hostless]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(TenantContext tenant, HostMap hosts, HubAddresses addresses) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 429, 500, 503];

    public int Status { get; private set; }

    /// <summary>Which of the texts fits.</summary>
    public int Kind => Known.Contains(Status) ? Status : Status < 500 ? 400 : 500;

    /// <summary>Refused because the place is suspended or archived, whoever asks.</summary>
    public bool IsSuspended => Status == StatusCodes.Status403Forbidden && Suspension.IsChange(HttpContext);

    /// <summary>What the log calls this failure; only for our own faults, so that every 404 is the very same page.</summary>
    public string? Reference => Kind >= 500 ? Errors.ReferenceOf(HttpContext) : null;

    public bool HasPlace => tenant.IdOrNull is not null;

    /// <summary>The place that the host names without being served here: known to the catalogue, not a tenant yet.</summary>
    public Tenant? Listed { get; private set; }

    public string NationalPage => addresses.National(Listed is null ? "/" : $"/entidades/{Listed.Slug}");

    /// <summary>Serves every verb: a POST may fail too.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = failed ? Response.StatusCode : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        Listed = !HasPlace && hosts.Find(Request.Host.Host) is { Status: TenantStatus.Listed } place ? place : null;
    }
}
