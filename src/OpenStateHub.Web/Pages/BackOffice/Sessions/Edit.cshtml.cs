using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>When, where and what a session is; after the call everybody who is invited is told.</summary>
[Requires(Right.HoldSessions)]
public sealed class EditModel(
    FindSession find, ReviseSession revise, SessionLetters letters, SessionTimes times, CurrentPerson me, IStringLocalizer<SessionWords> words,
    IStringLocalizer<RefusalWords> reasons) : PageModel, ISessionForm
{
    [BindProperty]
    public SessionForm Form { get; set; } = new();

    public SessionDetail Session { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Form = SessionForm.Of(Session, times);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (Form.Read(ModelState, words) is not { } input)
        {
            return Page();
        }

        await me.ActAsync(ct);

        if (await revise.ExecuteAsync(id, input, Form.Seen, letters.Of, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/sesiones/{id}?hecho=guardada"));
        }

        ModelState.Refuse(refusal, reasons, SessionForm.Fields);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, drafts: true, ct) is not { } found)
        {
            return false;
        }

        Session = found;
        return true;
    }
}
