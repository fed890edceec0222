namespace OpenStateHub.Core.ActionPlans;

/// <summary>An optional level between a commitment and its activities.</summary>
public sealed class CommitmentAction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CommitmentId { get; private set; }
    public required string Title { get; init; }
    public int Position { get; private set; }

    /// <summary>Hundredths of a percent of its commitment.</summary>
    public int Weight { get; internal set; }

    internal void BelongTo(Commitment commitment, int position) => (CommitmentId, Position) = (commitment.Id, position);
}
