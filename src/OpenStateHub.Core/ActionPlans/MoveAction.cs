using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One place up or down among the actions of its commitment.</summary>
public sealed class MoveAction(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid actionId, Direction direction, CancellationToken ct) =>
        db.ChangeActionAsync(actionId, (commitment, action) => Task.FromResult(commitment.Move(action, direction)), ct);
}
