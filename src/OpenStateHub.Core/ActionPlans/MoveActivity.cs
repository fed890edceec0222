using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One place up or down among the activities beside it.</summary>
public sealed class MoveActivity(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid activityId, Direction direction, CancellationToken ct) => db.InOneTransactionAsync(
        async () =>
        {
            if (await db.LockPartOfPlanAsync(activityId, ct) is not { } activity)
            {
                return ActivityRefusals.Removed;
            }

            if (activity.Commitment!.Move(activity, direction) is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(ct);
            return null;
        },
        ct);
}
