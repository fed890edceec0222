using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One place up or down among the commitments of its axis.</summary>
public sealed class MoveCommitment(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid commitmentId, Direction direction, CancellationToken ct) =>
        db.InOneTransactionAsync(() => MoveAsync(commitmentId, direction, ct), ct);

    private async Task<Refusal?> MoveAsync(Guid commitmentId, Direction direction, CancellationToken ct)
    {
        if (await db.LockCommitmentAsync(commitmentId, ct) is not { } commitment)
        {
            return CommitmentRefusals.Removed;
        }

        await db.Entry(commitment.Plan!).Collection(p => p.Commitments).LoadAsync(ct);

        if (commitment.Plan!.Move(commitment, direction) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
