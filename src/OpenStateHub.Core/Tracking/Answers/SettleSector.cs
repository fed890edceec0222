using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Answers;

/// <summary>
/// Makes a sector's answer of those of its seats, once it is settled. Three confirmations verify an activity and one refusal sends it back to work;
/// nobody's report counts as an answer, so the sector that reported is never the only one to verify.
/// </summary>
public sealed class SettleSector(HubDbContext db, TenantContext tenant, FindSectorQuorum quorum, TimeProvider clock)
{
    /// <summary>Works in the caller's transaction, on an activity that the caller holds locked; the caller saves.</summary>
    /// <param name="report">With what its seats and its sectors answered.</param>
    public async Task<Result> ExecuteAsync(Activity activity, ProgressReport report, Sector sector, DateOnly on, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var seats = await db.Seats.AsNoTracking().Where(seat => seat.Sector == sector).OrderBy(seat => seat.Id).ToListAsync(ct);
        var answers = report.SeatAnswers
            .Join(seats, answer => answer.SeatId, seat => seat.Id, (answer, seat) => (Answer: answer, Seat: seat))
            .OrderBy(said => said.Seat.Id)
            .ToList();
        var awaited = (await WithVoiceAsync(seats.FindAll(seat => seat.IsHeldOn(on)), report.ReportedBy, today, ct))
            .Count(seat => report.SeatAnswers.All(answer => answer.SeatId != seat));
        var tally = new SectorTally(
            answers.Count(said => said.Answer.Outcome is ConfirmationOutcome.Confirmed), answers.Count(said => said.Answer.Outcome is ConfirmationOutcome.Refused), awaited);

        if (tally.Settled(AnswerTerm.LastDay(report.ReportedOn) < on) is not { } outcome)
        {
            return new Result(null);
        }

        var winning = answers.FindAll(said => said.Answer.Outcome == outcome);
        var reasons = ReasonsOf(winning);

        if (outcome is ConfirmationOutcome.Confirmed && !((await quorum.ExecuteAsync(on, ct)).IsWhole && (await quorum.ExecuteAsync(today, ct)).IsWhole))
        {
            return new Result(null, Held: TrackingRefusals.NoSectorQuorum);
        }

        var refusal = outcome is ConfirmationOutcome.Refused
            ? activity.RefuseCompletion(reasons, on, today)
            : activity.ConfirmCompletion([.. report.Confirmations.Select(c => c.Sector), sector], on, today);

        if (refusal is not null)
        {
            return new Result(null, Held: refusal);
        }

        var answer = new Confirmation
        {
            ReportId = report.Id,
            Sector = sector,
            Organization = string.Join(" · ", winning.Select(said => said.Seat.Organization).Distinct()),
            Outcome = outcome,
            Reasons = reasons,
            AnsweredOn = on,
        };
        db.Confirmations.Add(answer);
        return new Result(answer);
    }

    /// <summary>The seats for which somebody can sign in who did not make the report: the others hold nobody up.</summary>
    private async Task<List<Guid>> WithVoiceAsync(List<Seat> seats, Guid? reportedBy, DateOnly today, CancellationToken ct)
    {
        var ids = seats.ConvertAll(seat => (Guid?)seat.Id);
        var grants = await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.Role == Role.SecretariatMember && grant.EndedAt == null && ids.Contains(grant.ScopeId))
            .ToListAsync(ct);
        return [.. grants.Where(grant => grant.IsHeldOn(today) && grant.UserId != reportedBy).Select(grant => grant.ScopeId!.Value).Distinct()];
    }

    private static string? ReasonsOf(List<(SeatAnswer Answer, Seat Seat)> answers) => answers.FindAll(said => said.Answer.Reasons is not null) switch
    {
        [] => null,
        [var only] => only.Answer.Reasons,
        var all => string.Join("\n\n", all.Select(said => $"{said.Seat.Organization}: {said.Answer.Reasons}")),
    };

    /// <param name="Answer">Null: not settled yet.</param>
    /// <param name="Held">Why an answer that has its majority cannot be settled now.</param>
    public sealed record Result(Confirmation? Answer, Refusal? Held = null);
}
