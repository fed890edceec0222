using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>Decisions with who votes how, the latest first, as everybody may read them. Six commands, however many there are.</summary>
public sealed class ReadDecisions(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="IsOpen">Null where it does not matter.</param>
    public sealed record Filter(Guid? Id = null, Guid? SessionId = null, bool? IsOpen = null);

    public async Task<DecisionRow?> FindAsync(Guid id, CancellationToken ct) => (await ExecuteAsync(new Filter(id), 0, 1, ct)).Rows.SingleOrDefault();

    public async Task<(IReadOnlyList<DecisionRow> Rows, int Total)> ExecuteAsync(Filter filter, int skip, int take, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var wanted = db.Decisions.AsNoTracking()
            .Where(d => filter.Id == null || d.Id == filter.Id)
            .Where(d => filter.SessionId == null || d.SessionId == filter.SessionId)
            .Where(d => filter.IsOpen == null || (d.Outcome == DecisionOutcome.Open) == filter.IsOpen);
        var decisions = await wanted.OrderByDescending(d => d.OpenedAt).ThenByDescending(d => d.Id).Skip(skip).Take(take).ToListAsync(ct);
        var total = decisions.Count < take ? skip + decisions.Count : await wanted.CountAsync(ct);
        var ids = decisions.ConvertAll(d => d.Id);
        var agreements = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.DecisionId!.Value)).ToDictionaryAsync(a => a.DecisionId!.Value, ct);
        var seats = await SeatsAsync(decisions, ct);
        return (decisions.ConvertAll(d => new DecisionRow { Decision = d, Agreement = agreements.GetValueOrDefault(d.Id), Seats = [.. seats[d.Id]] }), total);
    }

    private async Task<ILookup<Guid, DecisionSeat>> SeatsAsync(List<Decision> decisions, CancellationToken ct)
    {
        var ids = decisions.ConvertAll(d => d.Id);
        var sessions = decisions.Where(d => d.IsOpen).Select(d => d.SessionId).OfType<Guid>().Distinct().ToList();
        var seats = await db.Seats.AsNoTracking().ToListAsync(ct);
        var ballots = (await db.Ballots.AsNoTracking().Where(b => ids.Contains(b.DecisionId)).ToListAsync(ct)).ToLookup(b => b.DecisionId);
        var counted = (await db.CountedSeats.AsNoTracking().Where(s => ids.Contains(s.DecisionId)).ToListAsync(ct)).ToLookup(s => s.DecisionId, s => s.SeatId);
        var present = sessions.Count == 0
            ? Array.Empty<Guid>().ToLookup(_ => Guid.Empty)
            : (await db.Attendances.AsNoTracking().Where(a => sessions.Contains(a.SessionId)).ToListAsync(ct)).ToLookup(a => a.SessionId, a => a.SeatId);
        var today = tenant.Current.Today(clock);
        return decisions
            .SelectMany(d => seats
                .Select(seat => Seated(d, seat, ballots[d.Id].FirstOrDefault(b => b.SeatId == seat.Id), counted[d.Id], present, today))
                .Where(seat => seat.IsThere || seat.MayVote || seat.Choice is not null)
                .OrderBy(seat => seat.Sector).ThenBy(seat => seat.Organization).ThenBy(seat => seat.SeatId)
                .Select(seat => (Decision: d.Id, Seat: seat)))
            .ToLookup(pair => pair.Decision, pair => pair.Seat);
    }

    private static DecisionSeat Seated(Decision decision, Seat seat, Ballot? ballot, IEnumerable<Guid> counted, ILookup<Guid, Guid> present, DateOnly today)
    {
        var isPresent = decision.SessionId is { } session && present[session].Contains(seat.Id);
        var isThere = !decision.IsOpen ? counted.Contains(seat.Id) : decision.IsInWriting ? ballot is not null : isPresent;
        var mayVote = decision.IsOpen && seat.IsHeldOn(today) && (decision.IsInWriting || isPresent);
        return new DecisionSeat(seat.Id, seat.Sector, seat.Organization, isThere, mayVote, ballot?.Choice, ballot?.Reason, ballot?.CastAt);
    }
}

/// <summary>A decision as everybody may read it.</summary>
public sealed record DecisionRow
{
    public required Decision Decision { get; init; }

    /// <summary>What it became; null where it did not pass.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>By sector: those that are there and, while it is open, those that may still vote.</summary>
    public required IReadOnlyList<DecisionSeat> Seats { get; init; }

    public Tally Tally => Tally.Of(Seats.Where(seat => seat.IsThere).Select(seat => new SeatVote(seat.Sector, seat.Choice)));

    public Explanation Explanation => Explanation.Of(Decision.Outcome, Decision.Rule, Tally, isApplied: Decision.NotApplied is null);
}

/// <param name="IsThere">Present or, in writing, has answered: what the tally counts.</param>
public sealed record DecisionSeat(
    Guid SeatId, Sector Sector, string Organization, bool IsThere, bool MayVote, VoteChoice? Choice, string? Reason, DateTimeOffset? CastAt);
