using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
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
                    r.Confirmations.Select(c => new ActivityHistory.Answer(c.Sector, c.Outcome, c.AnsweredOn)).ToList()),
            })
            .ToListAsync(ct);
        var byActivity = reports.ToLookup(r => r.ActivityId, r => r.Report);

        return activities.ConvertAll(a => new Row(a.Id, a.CommitmentId, a.ActionId, a.ActionWeight, new ActivityHistory
        {
            Weight = a.Weight,
            DueOn = a.DueOn,
            Ending = a.EndedOn is null ? null : a.Status,
            EndedOn = a.EndedOn,
            Reports = byActivity[a.Id].ToList(),
        }));
    }

    public sealed record Row(Guid ActivityId, Guid CommitmentId, Guid? ActionId, int ActionWeight, ActivityHistory History)
    {
        public PlacedActivity At(DateOnly day) => new(ActionId, ActionWeight, History.StateAt(day));
    }
}
