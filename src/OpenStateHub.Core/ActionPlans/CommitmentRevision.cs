namespace OpenStateHub.Core.ActionPlans;

/// <summary>Whatever people write of a commitment, as one revision says it.</summary>
public sealed record CommitmentRevision(
    Guid AxisId,
    int Number,
    string? UniqueId,
    Guid? ContinuationOfId,
    CommitmentText Text,
    IReadOnlyList<CommitmentActor> Actors,
    IReadOnlyList<CommitmentValue> Values,
    IReadOnlyList<CommitmentLink> Links);
