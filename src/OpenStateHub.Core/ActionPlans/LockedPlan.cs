using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>
/// Changes to one draft take turns: each sees what came before it, so that two people on two commitments do not stop each other, and two on the
/// same one are told.
/// </summary>
internal static class LockedPlan
{
    /// <summary>Locks the plan, changes it and saves, in the caller's transaction or in one of its own; refused, it leaves everything as it was.</summary>
    /// <param name="change">What is done to the plan, which comes tracked and alone; whatever else is needed is read here, behind the lock.</param>
    public static async Task<Refusal?> ChangeDraftAsync(
        this HubDbContext db, Guid planId, Func<ActionPlan, Task<Refusal?>> change, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Database.ExecuteSqlAsync($"select from action_plans where id = {planId} for update", ct);
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);

        // What the members vote on is what they read.
        if (plan.Status is PlanStatus.Consultation
            && await db.Decisions.AnyAsync(d => d.Matter == Matter.ApprovePlan && d.SubjectId == planId && d.Outcome == DecisionOutcome.Open, ct))
        {
            return PlanRefusals.InVote;
        }

        // What is public is changed by its own commands, which leave a trace in the ledger: never through here.
        if ((plan.ChangeText() ?? await change(plan)) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return null;
    }
}
