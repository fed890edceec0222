using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>The roll of an open session, seat by seat, and its close.</summary>
[Requires(Right.HoldSessions)]
public sealed class RollModel(
    FindSession find, ListAnswers answers, CallRoll roll, CloseSession close, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public SessionDetail Session { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, Coming> Answers { get; private set; } = new Dictionary<Guid, Coming>();

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? hecho, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, drafts: true, ct) is not { } found)
        {
            return NotFound();
        }

        Session = found;
        Answers = await answers.ExecuteAsync(id, ct);
        IsDone = hecho is not null;
        return Page();
    }

    /// <param name="seats">As what somebody sits on each seat; null: nobody does.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Dictionary<Guid, SeatCapacity?> seats, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        await me.ActAsync(ct);
        var present = seats.Where(seat => seat.Value is not null).ToDictionary(seat => seat.Key, seat => seat.Value!.Value);
        return await AfterAsync(id, await roll.ExecuteAsync(id, present, ct), $"/gestion/sesiones/{id}/lista?hecho=guardada", ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);
        return await AfterAsync(id, await close.ExecuteAsync(id, ct), $"/gestion/sesiones/{id}?hecho=cerrada", ct);
    }

    private async Task<IActionResult> AfterAsync(Guid id, Refusal? refusal, string next, CancellationToken ct)
    {
        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep(next));
        }

        ModelState.AddModelError("", reasons.Of(refusal));
        return await OnGetAsync(id, null, ct);
    }
}
