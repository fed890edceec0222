using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Votes;

/// <summary>What is being voted on, and what your seat has said.</summary>
[Requires(Right.EnterBackOffice)]
public sealed class IndexModel(ReadDecisions read, CurrentPerson me) : PageModel
{
    private const int MostOpen = 100;
    private const int MostClosed = 10;

    private Guid? seat;

    public bool MayOpen { get; private set; }
    public IReadOnlyList<DecisionRow> Open { get; private set; } = [];
    public IReadOnlyList<DecisionRow> Closed { get; private set; } = [];

    /// <summary>The reader's own seat, as it stands in a vote; null where they have none.</summary>
    public DecisionSeat? SeatOf(DecisionRow row) => row.Seats.FirstOrDefault(one => one.SeatId == seat);

    public async Task OnGetAsync(CancellationToken ct)
    {
        MayOpen = await me.MayAsync(Right.HoldSessions, ct);
        seat = (await me.ActorAsync(ct)).SeatId;
        (Open, _) = await read.ExecuteAsync(new ReadDecisions.Filter(IsOpen: true), 0, MostOpen, ct);
        (Closed, _) = await read.ExecuteAsync(new ReadDecisions.Filter(IsOpen: false), 0, MostClosed, ct);
    }
}
