namespace OpenStateHub.Core.Secretariat;

public enum InstallationStepKind
{
    JointDeclaration,
    Rules,
    Installation,
    Tables,
    PreliminaryAnswer,
}

/// <summary>One step on the way to a working secretariat, with the day it happened or the day by which it is known to have happened.</summary>
public sealed class InstallationStep
{
    public const int MaxTitleLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required InstallationStepKind Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>The day itself; null where only <see cref="KnownBy"/> has a source.</summary>
    public DateOnly? OccurredOn { get; init; }

    /// <summary>The latest day that it can have happened on; null where the day itself is known.</summary>
    public DateOnly? KnownBy { get; init; }

    public string? Note { get; init; }
    public string? Source { get; init; }

    /// <summary>The act itself, where the place published it.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Whether the step counts on a day: a step without an exact date counts from the day by which it is known.</summary>
    public bool HasHappenedBy(DateOnly day) => (OccurredOn ?? KnownBy) <= day;

    public Refusal? Check(DateOnly today) => this switch
    {
        _ when string.IsNullOrWhiteSpace(Title) => SecretariatRefusals.StepWithoutTitle,
        { Title.Length: > MaxTitleLength } => SecretariatRefusals.StepTitleTooLong,
        _ when OccurredOn is null == KnownBy is null => SecretariatRefusals.StepNeedsOneDate,
        _ when (OccurredOn ?? KnownBy) > today => SecretariatRefusals.StepInFuture,
        _ => null,
    };
}
