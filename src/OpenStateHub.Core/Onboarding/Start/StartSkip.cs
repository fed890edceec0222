namespace OpenStateHub.Core.Onboarding.Start;

/// <summary>A step of the guided start that somebody chose to leave for later.</summary>
public sealed class StartSkip
{
    /// <summary>In place of a step: the whole start was put aside, and is nobody's home any more.</summary>
    public const string Everything = "Everything";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Step { get; init; }
    public required DateTimeOffset SkippedAt { get; init; }
}
