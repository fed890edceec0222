using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>What a plan still lacks, for the page that publishes it and for the command that does.</summary>
public sealed class CheckPublishGate(HubDbContext db)
{
    /// <returns>Null where there is no such plan.</returns>
    public async Task<PublishGate?> ExecuteAsync(Guid planId, CancellationToken ct)
    {
        // The rule reads the whole plan, so here the entities come whole instead of a selection.
        var plan = await db.ActionPlans
            .AsNoTrackingWithIdentityResolution()
            .Include(p => p.Commitments).ThenInclude(c => c.Values)
            .Include(p => p.Commitments).ThenInclude(c => c.Actions)
            .Include(p => p.Commitments).ThenInclude(c => c.Activities)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == planId, ct);
        return plan is null ? null : PublishGate.Of(plan);
    }
}
