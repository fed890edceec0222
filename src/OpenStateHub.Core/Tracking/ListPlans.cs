using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking;

/// <summary>All public plans of the place with their figures, the one that binds today first.</summary>
public sealed class ListPlans(HubDbContext db, ReadPlans plans, ReadCommitments commitments)
{
    public async Task<IReadOnlyList<PlanFigures>> ExecuteAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var heads = await plans.ExecuteAsync(ct);
        var rows = (await commitments.ExecuteAsync(new(), ct)).ToLookup(c => c.PlanSlug);
        return [.. heads.Select(plan => new PlanFigures(plan, [.. rows[plan.Slug]]))];
    }
}
