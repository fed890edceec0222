using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>Reads minutes and signs that very text for one's sector.</summary>
[Requires(Right.SignMinutes)]
public sealed class SignModel(FindSession find, SignMinutes sign, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    /// <summary>Of the text that was read.</summary>
    [BindProperty]
    public string? Sha256 { get; set; }

    public SessionDetail Session { get; private set; } = null!;

    public MinutesDetail Minutes => Session.Minutes!;

    public Actor Actor { get; private set; } = null!;

    public bool MaySign => Minutes.Status is MinutesStatus.Signing && Actor.Sector is { } sector && Minutes.MissingSectors.Contains(sector);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        // A draft is its writers' alone.
        if (await find.ExecuteAsync(id, drafts: true, ct) is not { Minutes.Status: not MinutesStatus.Draft } found)
        {
            return NotFound();
        }

        (Session, Actor) = (found, await me.ActorAsync(ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);

        if (await sign.ExecuteAsync(id, me.Id, Sha256 ?? "", ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep("/gestion/mi-asiento?hecho=firmada"));
        }

        ModelState.AddModelError("", reasons.Of(refusal));
        return await OnGetAsync(id, ct);
    }
}
