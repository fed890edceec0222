using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>
/// Those who change the parts of one plan take turns, to the end of the transaction, which the caller has begun: weights and places of siblings
/// depend on each other, and two honest changes of different parts are no conflict.
/// </summary>
internal static class PlanLock
{
    /// <summary>Does the work in one transaction, the caller's where it has one; a refusal undoes it.</summary>
    public static async Task<Refusal?> InOneTransactionAsync(this HubDbContext db, Func<Task<Refusal?>> work, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await work() is { } refusal)
        {
            return refusal;
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    public static Task LockPlanAsync(this HubDbContext db, Guid planId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select from action_plans where id = {planId} for update", ct);

    /// <summary>The commitment with its plan, actions and activities; null where it is gone.</summary>
    public static async Task<Commitment?> LockCommitmentAsync(this HubDbContext db, Guid? id, CancellationToken ct)
    {
        if (await db.Commitments.Where(c => c.Id == id).Select(c => (Guid?)c.PlanId).SingleOrDefaultAsync(ct) is not { } planId)
        {
            return null;
        }

        await db.LockPlanAsync(planId, ct);
        return await db.Commitments
            .Include(c => c.Plan)
            .Include(c => c.Actions)
            .Include(c => c.Activities)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
    }

    /// <summary>The activity with its commitment and all that stands beside it; null where it is gone.</summary>
    public static async Task<Activity?> LockPartOfPlanAsync(this HubDbContext db, Guid activityId, CancellationToken ct)
    {
        var commitmentId = await db.Activities.Where(a => a.Id == activityId).Select(a => (Guid?)a.CommitmentId).SingleOrDefaultAsync(ct);
        return (await db.LockCommitmentAsync(commitmentId, ct))?.Activities.SingleOrDefault(a => a.Id == activityId);
    }

    /// <summary>The commitment of an action, with the action in it; null where either is gone.</summary>
    public static async Task<(Commitment Commitment, CommitmentAction Action)?> LockActionAsync(this HubDbContext db, Guid actionId, CancellationToken ct)
    {
        var commitmentId = await db.CommitmentActions.Where(a => a.Id == actionId).Select(a => (Guid?)a.CommitmentId).SingleOrDefaultAsync(ct);
        return await db.LockCommitmentAsync(commitmentId, ct) is { } commitment && commitment.Actions.SingleOrDefault(a => a.Id == actionId) is { } action
            ? (commitment, action)
            : null;
    }
}
