using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Votes;

/// <summary>A member's vote: one tap, with a reason if they like, changed until the vote closes.</summary>
[Requires(Right.Vote)]
public sealed class VoteModel(ReadDecisions read, CastBallot cast, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["reason"] = nameof(Reason) };

    [BindProperty]
    public VoteChoice? Choice { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DecisionRow Row { get; private set; } = null!;

    public bool HasSeat { get; private set; }

    /// <summary>The reader's own seat in this vote; null where it has no part in it.</summary>
    public DecisionSeat? Mine { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Reason = Mine?.Reason;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var seat = (await me.ActorAsync(ct)).SeatId;

        if (await cast.ExecuteAsync(new() { DecisionId = id, SeatId = seat, Choice = Choice, Reason = Reason }, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/votaciones/{id}"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        await FindAsync(id, ct);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } found)
        {
            return false;
        }

        var seat = (await me.ActorAsync(ct)).SeatId;
        (Row, HasSeat, Mine) = (found, seat is not null, found.Seats.FirstOrDefault(one => one.SeatId == seat));
        return true;
    }
}
