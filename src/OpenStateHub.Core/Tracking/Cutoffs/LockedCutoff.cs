using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>Steps of the cut-offs of one plan take turns: each sees what came before it.</summary>
internal static class LockedCutoff
{
    /// <summary>A plan, locked to the end of the transaction, which the caller has begun.</summary>
    public static async Task<ActionPlan?> LockPlanAsync(this HubDbContext db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from action_plans where id = {id} for update", ct);
        return await db.ActionPlans.SingleOrDefaultAsync(p => p.Id == id, ct);
    }

    /// <summary>A cut-off with its plan, both locked; null where there is none.</summary>
    public static async Task<(Cutoff Cutoff, ActionPlan Plan)?> LockCutoffAsync(this HubDbContext db, Guid id, CancellationToken ct)
    {
        var planId = await db.Cutoffs.Where(c => c.Id == id).Select(c => (Guid?)c.PlanId).SingleOrDefaultAsync(ct);

        if (planId is not { } of || await db.LockPlanAsync(of, ct) is not { } plan)
        {
            return null;
        }

        // As it is now, whatever this scope knew of it before it waited.
        var cutoff = await db.Cutoffs.SingleAsync(c => c.Id == id, ct);
        await db.Entry(cutoff).ReloadAsync(ct);
        return (cutoff, plan);
    }

    public static Task<bool> IsDayTakenAsync(this HubDbContext db, Cutoff cutoff, CancellationToken ct) =>
        db.Cutoffs.AnyAsync(c => c.PlanId == cutoff.PlanId && c.Id != cutoff.Id && c.FallsOn == cutoff.FallsOn && c.CancelledOn == null, ct);
}
