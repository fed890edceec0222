using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>A plan as its history has it at the end of a day. The texts are today's: what was said in them before stands in the plan's versions.</summary>
public sealed class ReadCutoffSnapshot(HubDbContext db, TenantContext tenant, ReadActivityHistories histories)
{
    public async Task<CutoffSnapshot> ExecuteAsync(ActionPlan plan, DateOnly day, CancellationToken ct)
    {
        var activities = await ActivitiesAsync(plan.Id, day, ct);
        var commitments = (await db.Commitments.AsNoTracking()
                .Where(c => c.PlanId == plan.Id)
                .OrderBy(c => c.Number)
                .Select(c => new CommitmentFacts(
                    c.Id, c.Number, c.Slug, c.Text.Title, c.Axis!.Title, c.Text.IsProactive, c.IsLeftOut, c.WithdrawnOn, c.VerifiedOn, c.IsDemonstration))
                .ToListAsync(ct))
            .ConvertAll(c => LineOf(c, [.. activities[c.Id]], day));
        var progress = Progress.OfCommitments(commitments.Select(line =>
            new CommitmentProgress(new Progress(line.Reported, line.Verified, 0, 0), line.IsProactive, line.IsLeftOut)));
        return new CutoffSnapshot
        {
            Place = tenant.Current.Name,
            Plan = plan.Slug,
            PlanTitle = plan.Title,
            CutoffOn = day,
            Reported = progress.Reported,
            Verified = progress.Verified,
            Counted = progress.Counted,
            Total = progress.Total,
            IsDemonstration = plan.IsDemonstration || commitments.Exists(c => c.IsDemonstration),
            Commitments = commitments,
        };
    }

    private static CutoffSnapshot.CommitmentLine LineOf(CommitmentFacts commitment, IReadOnlyList<Placed> activities, DateOnly day)
    {
        var isWithdrawn = commitment.WithdrawnOn <= day;
        var progress = Progress.OfCommitment([.. activities.Select(a => a.Activity)]);
        return new CutoffSnapshot.CommitmentLine
        {
            Number = commitment.Number,
            Slug = commitment.Slug,
            Title = commitment.Title,
            Axis = commitment.Axis,
            IsProactive = commitment.IsProactive,
            IsLeftOut = commitment.IsLeftOut && isWithdrawn,
            Status = Progress.StatusOf([.. activities.Select(a => a.Activity.State.Status)], isWithdrawn, isDecided: commitment.VerifiedOn <= day),
            Reported = progress.Reported,
            Verified = progress.Verified,
            IsDemonstration = commitment.IsDemonstration,
            Activities = [.. activities.Select(a => a.Line with { IsLate = !isWithdrawn && a.Activity.State.IsLate(day) })],
        };
    }

    private async Task<ILookup<Guid, Placed>> ActivitiesAsync(Guid planId, DateOnly day, CancellationToken ct)
    {
        var texts = await db.Activities.AsNoTracking()
            .Where(a => a.Commitment!.PlanId == planId)
            .Select(a => new { a.Id, a.Description, a.GovernmentOwner, a.CivilSocietyOwner })
            .ToDictionaryAsync(a => a.Id, ct);
        var evidence = await (
            from item in db.EvidenceItems.AsNoTracking()
            join report in db.ProgressReports on item.ReportId equals report.Id
            where report.ReportedOn <= day && (item.WithdrawnOn == null || item.WithdrawnOn > day)
            group item by item.ActivityId into items
            select new { items.Key, Count = items.Count() }).ToDictionaryAsync(items => items.Key, items => items.Count, ct);
        var obstacles = (await db.ProgressReports.AsNoTracking()
                .Where(report => report.ReportedOn <= day)
                .OrderBy(report => report.Number)
                .Select(report => new { report.ActivityId, report.Obstacle })
                .ToListAsync(ct))
            .ToLookup(report => report.ActivityId, report => report.Obstacle);
        return (await histories.ExecuteAsync(ct))
            .Where(row => texts.ContainsKey(row.ActivityId))
            .OrderBy(row => row.History.DueOn).ThenBy(row => row.ActivityId)
            .Select(row =>
            {
                var (text, activity, last) = (texts[row.ActivityId], row.At(day), row.History.LastReportAt(day));
                return new Placed(row.CommitmentId, activity, new CutoffSnapshot.ActivityLine
                {
                    Id = row.ActivityId,
                    Description = text.Description,
                    GovernmentOwner = text.GovernmentOwner,
                    CivilSocietyOwner = text.CivilSocietyOwner,
                    Weight = activity.State.Weight,
                    DueOn = activity.State.DueOn,
                    Status = activity.State.Status,
                    Reported = activity.State.Reported,
                    Verified = activity.State.Verified,
                    DoneOn = activity.State.DoneOn,
                    LastReportOn = last?.On,
                    Evidence = evidence.GetValueOrDefault(row.ActivityId),
                    Obstacle = activity.State.IsOpen && obstacles[row.ActivityId].LastOrDefault() is { } said
                        ? new CutoffSnapshot.ObstacleLine(said.Cause, said.Text, said.Measure)
                        : null,
                    ConfirmedBy = activity.State.Status is ActivityStatus.Complete or ActivityStatus.Verified ? Confirming(last, day) : [],
                });
            })
            .ToLookup(placed => placed.CommitmentId);
    }

    private static IReadOnlyList<Sector> Confirming(ActivityHistory.Report? report, DateOnly day) =>
        [.. (report?.Answers ?? []).Where(a => a.Outcome is ConfirmationOutcome.Confirmed && a.On <= day).Select(a => a.Sector).Distinct().Order()];

    private sealed record CommitmentFacts(
        Guid Id, int Number, string Slug, string Title, string Axis, bool IsProactive, bool IsLeftOut, DateOnly? WithdrawnOn, DateOnly? VerifiedOn, bool IsDemonstration);

    private sealed record Placed(Guid CommitmentId, PlacedActivity Activity, CutoffSnapshot.ActivityLine Line);
}
