using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>
/// Gives a seat's vote, or changes it, until the decision closes. Each seat has a row of its own: votes at once do not stop each other, and the
/// closing waits for those that are under way.
/// </summary>
public sealed class CastBallot(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid DecisionId { get; init; }

        /// <summary>The seat of whoever votes; null: they have none, and hence no vote.</summary>
        public required Guid? SeatId { get; init; }

        public required VoteChoice? Choice { get; init; }
        public string? Reason { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), tenant.Current.Today(clock));
        var reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.ReplaceLineEndings("\n").Trim();

        if (input.Choice is not { } choice || !Enum.IsDefined(choice))
        {
            return DecisionRefusals.VoteWithoutChoice;
        }

        if (reason?.Length > Ballot.LongestReason)
        {
            return DecisionRefusals.ReasonTooLong;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from decisions where id = {input.DecisionId} for share", ct);
        await ledger.ExecuteAsync(ct);
        var decision = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == input.DecisionId, ct);
        var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.SeatId, ct);

        if (seat is null || !seat.IsHeldOn(today))
        {
            return DecisionRefusals.VoteWithoutSeat;
        }

        if ((decision.TakeVote(now) ?? await CheckPresenceAsync(decision, seat, ct)) is { } refusal)
        {
            return refusal;
        }

        var ballot = await db.Ballots.SingleOrDefaultAsync(b => b.DecisionId == decision.Id && b.SeatId == seat.Id, ct);
        var isFirst = ballot is null;
        ballot ??= db.Ballots.Add(new Ballot { DecisionId = decision.Id, SeatId = seat.Id }).Entity;

        if (!ballot.Say(choice, reason, now))
        {
            return null;
        }

        var act = new PublicAct(isFirst ? DecisionActs.BallotCast : DecisionActs.BallotChanged, DecisionSubjects.Ballot(decision.Id, seat.Id), today)
        {
            By = new ActingOffice.Named(seat.Organization, seat.Sector.ToString()),
            ChangesFigures = false,
        };
        await change.ExecuteAsync(act, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> CheckPresenceAsync(Decision decision, Seat seat, CancellationToken ct)
    {
        if (decision.IsInWriting)
        {
            return null;
        }

        if (!await db.Sessions.AnyAsync(s => s.Id == decision.SessionId && s.Status == SessionStatus.Open, ct))
        {
            return DecisionRefusals.VoteClosed;
        }

        return await db.Attendances.AnyAsync(a => a.SessionId == decision.SessionId && a.SeatId == seat.Id, ct) ? null : DecisionRefusals.SeatNotPresent;
    }
}
