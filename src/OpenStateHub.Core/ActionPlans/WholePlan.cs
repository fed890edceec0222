using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Plans with everything that they say: what a version stores, and what a change of the roadmap is checked against.</summary>
internal static class WholePlan
{
    public static IQueryable<ActionPlan> WholePlans(this HubDbContext db) =>
        db.ActionPlans
            .Include(p => p.Axes)
            .Include(p => p.Commitments).ThenInclude(c => c.Axis)
            .Include(p => p.Commitments).ThenInclude(c => c.Actors)
            .Include(p => p.Commitments).ThenInclude(c => c.Values)
            .Include(p => p.Commitments).ThenInclude(c => c.Links)
            .Include(p => p.Commitments).ThenInclude(c => c.Actions)
            .Include(p => p.Commitments).ThenInclude(c => c.Activities)
            .AsSplitQuery();
}
