using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One place up or down among the activities beside it.</summary>
public sealed class MoveActivity(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid activityId, Direction direction, CancellationToken ct) =>
        db.ChangeActivityAsync(activityId, activity => Task.FromResult(activity.Commitment!.Move(activity, direction)), ct);
}
