using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One place up or down among the commitments of its axis.</summary>
public sealed class MoveCommitment(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid commitmentId, Direction direction, CancellationToken ct) => db.ChangeCommitmentAsync(
        commitmentId,
        CommitmentRefusals.Removed,
        async commitment =>
        {
            await db.Entry(commitment.Plan!).Collection(p => p.Commitments).LoadAsync(ct);
            return commitment.Plan!.Move(commitment, direction);
        },
        ct);
}
