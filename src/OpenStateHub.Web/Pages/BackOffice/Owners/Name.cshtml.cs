using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Owners;
using OpenStateHub.Web.Pages.Accounts;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Owners;

/// <summary>Puts somebody in charge: the body and the last day are proposed, the address is asked.</summary>
[Requires(Right.ManagePeople)]
public sealed class NameModel(
    ListOwners list, NameOwner name, AccountLetters letters, ShownMail mail, CurrentPerson me, IStringLocalizer<RefusalWords> reasons,
    IStringLocalizer<AccountWords> accounts) : PageModel
{
    [BindProperty(Name = "de", SupportsGet = true)]
    public Guid ScopeId { get; set; }

    [BindProperty(Name = "sector", SupportsGet = true)]
    public OwnerSector Sector { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>The letter will stand on a page for everybody, instead of going to the address.</summary>
    public bool ShowsMail => mail.IsShown;

    public ListOwners.Found Found { get; private set; } = null!;

    public ListOwners.Thing Thing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        (Office, Until) = (Sector is OwnerSector.Government ? Thing.GovernmentOwner : Thing.CivilSocietyOwner, Found.EndsOn);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var input = new NameOwner.Input { ScopeId = ScopeId, Email = Email, Sector = Sector, Office = Office, UntilOn = Until, InvitedBy = me.Id };
        var refusal = await name.ExecuteAsync(
            input, token => letters.Invitation(Role.ActivityOwner, token), () => letters.Named(Thing.Name, Until), ct);

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"{IndexModel.AddressOf(slug)}?hecho={IndexModel.Named}"));
        }

        // What the account's own rules refuse is said in their words.
        var said = reasons[$"Refusal_{refusal.Code}", refusal.Detail ?? ""];
        var field = refusal.Field switch
        {
            "email" => nameof(Email),
            "office" => nameof(Office),
            "until" => nameof(Until),
            _ => "",
        };
        ModelState.AddModelError(field, said.ResourceNotFound ? accounts[$"Refusal_{refusal.Code}"] : said);
        return Page();
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (await list.ExecuteAsync(slug, ct) is not { } found || found.Things.FirstOrDefault(thing => thing.Id == ScopeId) is not { } thing)
        {
            return false;
        }

        (Found, Thing) = (found, thing);
        return true;
    }
}
