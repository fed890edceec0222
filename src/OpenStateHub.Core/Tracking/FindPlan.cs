using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>One public plan with its commitments by axis.</summary>
public sealed class FindPlan(HubDbContext db, TenantContext tenant, ReadPlans plans, ReadCommitments commitments, TimeProvider clock)
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

    /// <summary>A plan that is not public yet, as it would be if it were published today: for those who work on it.</summary>
    /// <returns>Null where the place has no such plan or where it is public.</returns>
    public async Task<PlanFigures?> PreviewAsync(string slug, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return await plans.PreviewAsync(slug, tenant.Current.Today(clock), ct) is { } plan
            ? new PlanFigures(plan, await commitments.ExecuteAsync(new() { Plan = slug, Preview = true }, ct))
            : null;
    }
}
