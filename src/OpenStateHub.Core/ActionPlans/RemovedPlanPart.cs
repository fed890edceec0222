namespace OpenStateHub.Core.ActionPlans;

public enum PlanPartKind
{
    Commitment,
    Action,
    Activity,
}

/// <summary>What was taken out of a plan before it was approved, whole, so that it can come back as it was.</summary>
public sealed class RemovedPlanPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public required PlanPartKind Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>The rows of the part and of all below it, by table, as a JSON object.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset RemovedAt { get; init; }

    /// <summary>Null: an operator, by the command line.</summary>
    public Guid? RemovedBy { get; init; }

    /// <summary>The body that the person acted for.</summary>
    public string? Office { get; init; }
}

/// <summary>Who takes something out of a plan.</summary>
/// <param name="PersonId">Null: an operator, by the command line.</param>
public sealed record Remover(Guid? PersonId, string? Office);
