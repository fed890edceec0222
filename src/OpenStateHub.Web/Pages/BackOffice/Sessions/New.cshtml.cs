using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

[Requires(Right.HoldSessions)]
public sealed class NewModel(DraftSession draft, IStringLocalizer<SessionWords> words, IStringLocalizer<RefusalWords> reasons) : PageModel, ISessionForm
{
    [BindProperty]
    public SessionForm Form { get; set; } = new();

    public void OnGet()
    {
        // The form asks; nothing is read before it is sent.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Form.Read(ModelState, words) is not { } input)
        {
            return Page();
        }

        var (id, refusal) = await draft.ExecuteAsync(input, ct);

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"/gestion/sesiones/{id}/orden-del-dia"));
        }

        ModelState.Refuse(refusal, reasons, SessionForm.Fields);
        return Page();
    }
}
