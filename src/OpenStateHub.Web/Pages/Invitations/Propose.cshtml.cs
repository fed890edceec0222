using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Onboarding;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>A state proposes one of its municipalities, and says to whom the invitation should go.</summary>
[LocalOnly]
[Requires(Right.ManagePeople)]
public sealed class ProposeModel(
    ProposePlace propose, HubDbContext db, PlaceLetters letters, Refusals refusals, CurrentPerson me, TenantContext tenant, IStringLocalizer<AccountWords> words) : PageModel
{
    [BindProperty(Name = "municipio", SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Tenant Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == Slug && t.ParentId == tenant.Current.Id && t.Kind == TenantKind.Municipality, ct) is not { } place)
        {
            return NotFound();
        }

        Place = place;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is NotFoundResult unknown)
        {
            return unknown;
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), words["Missing_Email"]);
            return Page();
        }

        var (refusal, isSent) = await propose.ExecuteAsync(new(Slug, Email, Note, me.Id), letters.Invitation, ct);

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"/gestion/municipios?hecho={(isSent ? "enviada" : "propuesta")}"));
        }

        if (refusal == OnboardingRefusals.NotYourMunicipality)
        {
            return NotFound();
        }

        refusals.Add(ModelState, refusal);
        return Page();
    }
}
