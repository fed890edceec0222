using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One place up or down among the actions of its commitment.</summary>
public sealed class MoveAction(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid actionId, Direction direction, CancellationToken ct) => db.InOneTransactionAsync(
        async () =>
        {
            if (await db.LockActionAsync(actionId, ct) is not var (commitment, action))
            {
                return CommitmentRefusals.ActionRemoved;
            }

            if (commitment.Move(action, direction) is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(ct);
            return null;
        },
        ct);
}
