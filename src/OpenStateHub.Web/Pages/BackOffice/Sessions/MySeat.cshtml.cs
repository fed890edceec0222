using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>What waits for my seat: who comes, by one tap, and what to sign.</summary>
[Requires(Right.AnswerCalls)]
public sealed class MySeatModel(ListMySessions list, AnswerCall answer, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public ListMySessions.Found Mine { get; private set; } = null!;

    /// <summary>What was just done, as the address says it.</summary>
    public string? Done { get; private set; }

    public async Task OnGetAsync(string? hecho, CancellationToken ct)
    {
        Mine = await list.ExecuteAsync(me.Id, ct);
        Done = hecho is "respuesta" or "firmada" ? hecho : null;
    }

    public async Task<IActionResult> OnPostAsync(Guid session, Coming? coming, CancellationToken ct)
    {
        if (!ModelState.IsValid || coming is not { } said || !Enum.IsDefined(said))
        {
            return BadRequest();
        }

        if (await answer.ExecuteAsync(session, me.Id, said, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep("/gestion/mi-asiento?hecho=respuesta"));
        }

        ModelState.AddModelError("", reasons.Of(refusal));
        await OnGetAsync(null, ct);
        return Page();
    }
}
