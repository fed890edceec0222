using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Parts of one draft take turns as its changes do (<see cref="LockedPlan"/>): weights and places of siblings depend on each other.</summary>
internal static class PlanPartLock
{
    /// <param name="gone">The answer where somebody removed it.</param>
    /// <param name="change">What is done to the commitment, which comes with its plan, actions and activities.</param>
    public static async Task<Refusal?> ChangeCommitmentAsync(
        this HubDbContext db, Guid? id, Refusal gone, Func<Commitment, Task<Refusal?>> change, CancellationToken ct)
    {
        if (await db.Commitments.Where(c => c.Id == id).Select(c => (Guid?)c.PlanId).SingleOrDefaultAsync(ct) is not { } planId)
        {
            return gone;
        }

        return await db.ChangeDraftAsync(planId, async _ => await db.WithChildrenAsync(id, ct) is { } commitment ? await change(commitment) : gone, ct);
    }

    public static async Task<Refusal?> ChangeActivityAsync(this HubDbContext db, Guid id, Func<Activity, Task<Refusal?>> change, CancellationToken ct) =>
        await db.ChangeCommitmentAsync(
            await db.Activities.Where(a => a.Id == id).Select(a => (Guid?)a.CommitmentId).SingleOrDefaultAsync(ct),
            ActivityRefusals.Removed,
            async commitment => commitment.Activities.SingleOrDefault(a => a.Id == id) is { } activity ? await change(activity) : ActivityRefusals.Removed,
            ct);

    public static async Task<Refusal?> ChangeActionAsync(
        this HubDbContext db, Guid id, Func<Commitment, CommitmentAction, Task<Refusal?>> change, CancellationToken ct) =>
        await db.ChangeCommitmentAsync(
            await db.CommitmentActions.Where(a => a.Id == id).Select(a => (Guid?)a.CommitmentId).SingleOrDefaultAsync(ct),
            CommitmentRefusals.ActionRemoved,
            async commitment => commitment.Actions.SingleOrDefault(a => a.Id == id) is { } action ? await change(commitment, action) : CommitmentRefusals.ActionRemoved,
            ct);

    public static Task<Commitment?> WithChildrenAsync(this HubDbContext db, Guid? id, CancellationToken ct) =>
        db.Commitments
            .Include(c => c.Plan)
            .Include(c => c.Actions)
            .Include(c => c.Activities)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
}
