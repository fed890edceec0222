using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Answers;

/// <summary>
/// Settles, when the answer term of a reported completion ended, what the seats of each sector said until then. Doing it twice does no more than
/// once: a settled answer is not settled again, and where nobody answered there is nothing to settle.
/// </summary>
public sealed class SettleDueAnswers(HubDbContext db, TenantContext tenant, SettleSector settle, PublicChange change, TimeProvider clock)
{
    /// <returns>When the next term ends; null where none runs.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var open = await db.Activities.AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Complete && a.Commitment!.Plan!.Status == PlanStatus.InImplementation)
            .OrderBy(a => a.Id)
            .Select(a => new { a.Id, ReportedOn = db.ProgressReports.Where(r => r.ActivityId == a.Id).Max(r => r.ReportedOn) })
            .ToListAsync(ct);
        var isHeldUp = false;

        foreach (var activity in open.Where(a => AnswerTerm.LastDay(a.ReportedOn) < today))
        {
            isHeldUp |= await SettleAsync(activity.Id, today, ct);
            db.ChangeTracker.Clear();
        }

        var ends = open.Select(a => AnswerTerm.LastDay(a.ReportedOn)).Where(last => last >= today).Select(last => tenant.Current.InstantOf(last.AddDays(1), TimeOnly.MinValue));
        return isHeldUp ? tenant.Current.NextMidnight(clock) : ends.Select(end => (DateTimeOffset?)end).Min();
    }

    /// <returns>Whether a sector that left keeps a confirmation from being settled: it may come back.</returns>
    private async Task<bool> SettleAsync(Guid activityId, DateOnly today, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var activity = await db.LockActivityAsync(activityId, ct);
        var report = await db.ProgressReports
            .Include(r => r.SeatAnswers)
            .Include(r => r.Confirmations)
            .AsSplitQuery()
            .Where(r => r.ActivityId == activityId)
            .OrderByDescending(r => r.Number)
            .FirstAsync(ct);

        var isHeldUp = false;

        foreach (var sector in Sectors.All.Where(sector => report.Confirmations.All(c => c.Sector != sector)))
        {
            var settled = await settle.ExecuteAsync(activity, report, sector, today, ct);
            isHeldUp |= settled.Held == TrackingRefusals.NoSectorQuorum;

            if (settled.Answer is not { } answer)
            {
                continue;
            }

            var code = answer.Outcome is ConfirmationOutcome.Refused ? TrackingActs.Refused : TrackingActs.Confirmed;
            var by = new ActingOffice.Named(answer.Organization[..Math.Min(answer.Organization.Length, Seat.MaxOrganizationLength)], sector.ToString());
            await change.ExecuteAsync(new PublicAct(code, PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id), today) { By = by }, ct);

            // A refusal ends the matter for all.
            if (activity.Status is not ActivityStatus.Complete)
            {
                break;
            }
        }

        await transaction.CommitAsync(ct);
        return isHeldUp;
    }
}
