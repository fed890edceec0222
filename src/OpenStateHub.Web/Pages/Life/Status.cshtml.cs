using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Life;

/// <summary>Suspends, archives or resumes a place, with the reason that its pages then show.</summary>
[NationalOnly]
[Requires(Right.SuspendPlaces)]
public sealed class StatusModel(
    FindPlaceLife find, SuspendTenant suspend, ArchiveTenant archive, ResumeTenant resume, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Suspending = "suspender";
    public const string Archiving = "archivar";
    public const string Resuming = "reactivar";

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public Tenant Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await find.ExecuteAsync(Slug, ct) is not { } found || found.Place.IsNational || Step is not (Suspending or Archiving or Resuming))
        {
            return NotFound();
        }

        Place = found.Place;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is NotFoundResult unknown)
        {
            return unknown;
        }

        if (await ChangeAsync(new StatusCause(Reason, me.Id), ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{LifePath.Of(Slug)}?hecho={Step}"));
        }

        ModelState.Refuse(refusal, reasons);
        return Page();
    }

    private Task<Refusal?> ChangeAsync(StatusCause cause, CancellationToken ct) => Step switch
    {
        Suspending => suspend.ExecuteAsync(Slug, ct, cause),
        Archiving => archive.ExecuteAsync(Slug, ct, cause),
        _ => resume.ExecuteAsync(Slug, ct, cause),
    };
}
