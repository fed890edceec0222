using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>Whether the plan would still be one with a change: tried on a copy, for the page that proposes it, the proposal and the vote.</summary>
public sealed class CheckRoadmapChange(HubDbContext db)
{
    public async Task<Refusal?> ExecuteAsync(Guid changeId, CancellationToken ct)
    {
        var change = await db.RoadmapChanges.AsNoTracking().Include(c => c.Items).SingleAsync(c => c.Id == changeId, ct);
        var copy = await db.WholePlans().AsNoTrackingWithIdentityResolution().SingleAsync(p => p.Id == change.PlanId, ct);
        return copy.CheckChange(change.Items);
    }
}
