namespace OpenStateHub.Core.Onboarding.Start;

/// <summary>What one part of the house knows of how far the start has come; a step of which nobody knows anything is open.</summary>
public interface IStartFacts
{
    Task<IReadOnlyList<StartFact>> ReadAsync(CancellationToken ct);
}

/// <param name="Missing">What of the step is missing, in the words of the code that it belongs to; null: all of it, or nothing.</param>
public sealed record StartFact(StartStep Step, StepState State, string? Missing = null)
{
    public static StartFact Of(StartStep step, bool isDone) => new(step, isDone ? StepState.Done : StepState.Open);
}
