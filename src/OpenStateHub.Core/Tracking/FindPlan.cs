using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking;

/// <summary>One public plan with its commitments by axis.</summary>
public sealed class FindPlan(HubDbContext db, ReadPlans plans, ReadCommitments commitments)
{
    /// <param name="slug">Null: the plan that binds today or, where none does, the latest one.</param>
    /// <returns>Null where no public plan of the place has that slug.</returns>
    public async Task<PlanFigures?> ExecuteAsync(string? slug, CancellationToken ct)
    {
        // One connection for the whole answer: each that is opened has to be told the tenant first.
        await db.Database.OpenConnectionAsync(ct);
        var plan = (await plans.ExecuteAsync(ct)).FirstOrDefault(p => slug is null || p.Slug == slug);
        return plan is null ? null : new PlanFigures(plan, await commitments.ExecuteAsync(new() { Plan = plan.Slug }, ct));
    }
}
