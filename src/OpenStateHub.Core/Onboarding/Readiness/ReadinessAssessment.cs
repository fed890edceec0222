namespace OpenStateHub.Core.Onboarding.Readiness;

/// <summary>How ready a place was on a day, by its own answers. A later set of answers is another row: the series stays.</summary>
public sealed class ReadinessAssessment
{
    private readonly List<ReadinessAnswer> answers = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Questionnaire { get; private init; }
    public DateOnly AnsweredOn { get; private init; }

    /// <summary>0 to 100, like the next three.</summary>
    public int Structural { get; private init; }

    public int Political { get; private init; }
    public int Social { get; private init; }
    public int Capacities { get; private init; }

    /// <summary>Null: the place alone knows it.</summary>
    public DateOnly? PublishedOn { get; private set; }

    public IReadOnlyList<ReadinessAnswer> Answers => answers;
}

/// <summary>What was answered to one question.</summary>
public sealed class ReadinessAnswer
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AssessmentId { get; private init; }
    public required string Question { get; init; }

    /// <summary>0: nothing of it, to 3: all of it.</summary>
    public required int Answer { get; init; }
}
