using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>Calls a session off, with the reason that everybody reads.</summary>
[Requires(Right.HoldSessions)]
public sealed class CancelModel(FindSession find, CancelSession cancel, SessionLetters letters, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["reason"] = nameof(Reason) };

    [BindProperty]
    public string? Reason { get; set; }

    public SessionDetail Session { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, drafts: true, ct) is not { } found)
        {
            return NotFound();
        }

        Session = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);

        if (await cancel.ExecuteAsync(id, Reason, letters.Of, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/sesiones/{id}?hecho=cancelada"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return await OnGetAsync(id, ct);
    }
}
