using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>The seats that are there at an open vote, and how each votes: those of the roll-call or, in writing, those that answered.</summary>
public sealed class CountVotes(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(Decision decision, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var votes = await db.Ballots.AsNoTracking().Where(b => b.DecisionId == decision.Id).ToDictionaryAsync(b => b.SeatId, b => b.Choice, ct);
        var seats = await db.Seats.AsNoTracking().ToListAsync(ct);
        var present = await db.Attendances.AsNoTracking().Where(a => a.SessionId == decision.SessionId).Select(a => a.SeatId).ToListAsync(ct);
        var there = seats
            .Where(seat => decision.IsInWriting ? votes.ContainsKey(seat.Id) : present.Contains(seat.Id))
            .Select(seat => new Seated(seat.Id, seat.Sector, votes.TryGetValue(seat.Id, out var choice) ? choice : null))
            .ToList();
        return new Result(there, seats.Where(seat => seat.IsHeldOn(today)).All(seat => votes.ContainsKey(seat.Id)));
    }

    public sealed record Seated(Guid SeatId, Sector Sector, VoteChoice? Choice);

    /// <param name="There">Whom the tally counts.</param>
    /// <param name="AllAnswered">Every seat that is held voted.</param>
    public sealed record Result(IReadOnlyList<Seated> There, bool AllAnswered)
    {
        public Tally Tally => Tally.Of(There.Select(seat => new SeatVote(seat.Sector, seat.Choice)));
    }
}
