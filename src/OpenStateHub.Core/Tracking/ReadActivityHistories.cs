using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking;

/// <summary>The histories of all activities of the place's public plans, for figures at past days.</summary>
public sealed class ReadActivityHistories(HubDbContext db)
{
    public async Task<IReadOnlyList<Row>> ExecuteAsync(CancellationToken ct)
    {
        var activities = await db.Activities
            .Where(a => a.Commitment!.Plan!.PublishedOn != null)
            .OrderBy(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.CommitmentId,
                a.ActionId,
                ActionWeight = a.Action == null ? 0 : a.Action.Weight,
                a.Weight,
                a.DueOn,
                a.Status,
                a.EndedOn,
            })
            .ToListAsync(ct);
        var reports = await db.ProgressReports
            .OrderBy(r => r.ActivityId).ThenBy(r => r.Number)
            .Select(r => new
            {
                r.ActivityId,
                Report = new ActivityHistory.Report(
                    r.Number,
                    r.ReportedOn,
                    r.Status,
                    r.Percent,
                    r.DoneOn,
                    r.Confirmations.Select(c => new ActivityHistory.Answer(c.Sector, c.Outcome, c.AnsweredOn)).ToList())
                {
                    Obstacle = r.Obstacle == null ? null : r.Obstacle.Cause,
                },
            })
            .ToListAsync(ct);
        var byActivity = reports.ToLookup(r => r.ActivityId, r => r.Report);
        var changes = await ChangesAsync(ct);

        return activities.ConvertAll(a => new Row(a.Id, a.CommitmentId, a.ActionId, a.ActionWeight, new ActivityHistory
        {
            Weight = a.Weight,
            DueOn = a.DueOn,
            Ending = a.EndedOn is null ? null : a.Status,
            EndedOn = a.EndedOn,
            Earlier = EarlierTerms(a.Id, a.ActionId, new(DateOnly.MaxValue, a.Weight, a.ActionWeight, a.DueOn), changes),
            Reports = byActivity[a.Id].ToList(),
        }));
    }

    /// <summary>What approved changes made of days and weights, by the activity or action, the latest first.</summary>
    private async Task<ILookup<Guid, TermChange>> ChangesAsync(CancellationToken ct) =>
        (await db.RoadmapItems
            .Where(i => i.Field == RoadmapField.Weight || i.Field == RoadmapField.DueOn)
            .Where(i => i.ActivityId != null || i.ActionId != null)
            .Join(
                db.RoadmapChanges.Where(c => c.Status == RoadmapChangeStatus.Approved),
                item => item.ChangeId,
                change => change.Id,
                (item, change) => new { Part = item.ActivityId ?? item.ActionId!.Value, Change = new TermChange(change.ApprovedOn!.Value, item.Field, item.Before), item.Id })
            .ToListAsync(ct))
        .OrderByDescending(c => c.Change.On).ThenByDescending(c => c.Id)
        .ToLookup(c => c.Part, c => c.Change);

    private static List<EarlierTerms> EarlierTerms(Guid activity, Guid? action, EarlierTerms now, ILookup<Guid, TermChange> changes)
    {
        var own = changes[activity].Select(change => (change.On, Before: (Func<EarlierTerms, EarlierTerms>)(terms => change.Field is RoadmapField.Weight
            ? terms with { Weight = RoadmapValues.Weight(change.Before) }
            : terms with { DueOn = RoadmapValues.Day(change.Before) })));
        var ofAction = action is { } id
            ? changes[id].Select(change => (change.On, Before: (Func<EarlierTerms, EarlierTerms>)(terms => terms with { ActionWeight = RoadmapValues.Weight(change.Before) })))
            : [];
        var earlier = new List<EarlierTerms>();

        foreach (var day in own.Concat(ofAction).OrderByDescending(change => change.On).GroupBy(change => change.On))
        {
            now = day.Aggregate(now with { Until = day.Key }, (terms, change) => change.Before(terms));
            earlier.Insert(0, now);
        }

        return earlier;
    }

    private sealed record TermChange(DateOnly On, RoadmapField Field, string? Before);

    public sealed record Row(Guid ActivityId, Guid CommitmentId, Guid? ActionId, int ActionWeight, ActivityHistory History)
    {
        public PlacedActivity At(DateOnly day) =>
            new(ActionId, History.Earlier.FirstOrDefault(terms => day < terms.Until)?.ActionWeight ?? ActionWeight, History.StateAt(day));
    }
}
