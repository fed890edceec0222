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

    /// <param name="given">By the code of the question; null where nothing was chosen.</param>
    /// <returns>The assessment, or a refusal for each question without an answer.</returns>
    public static (ReadinessAssessment? Assessment, IReadOnlyList<Refusal> Refusals) From(IReadOnlyDictionary<string, int?> given, DateOnly today)
    {
        var chosen = Readiness.Questionnaire.Questions
            .Select(question => (question.Code, Answer: given.GetValueOrDefault(question.Code)))
            .Where(one => one.Answer is >= 0 and <= Readiness.Questionnaire.MostPoints)
            .ToDictionary(one => one.Code, one => one.Answer!.Value);
        var open = Readiness.Questionnaire.Questions.Where(question => !chosen.ContainsKey(question.Code)).Select(question => ReadinessRefusals.Unanswered(question.Code)).ToList();

        if (open.Count > 0)
        {
            return (null, open);
        }

        var assessment = new ReadinessAssessment
        {
            Questionnaire = Readiness.Questionnaire.Version,
            AnsweredOn = today,
            Structural = Readiness.Questionnaire.ScoreOf(ConditionKind.Structural, chosen),
            Political = Readiness.Questionnaire.ScoreOf(ConditionKind.Political, chosen),
            Social = Readiness.Questionnaire.ScoreOf(ConditionKind.Social, chosen),
            Capacities = Readiness.Questionnaire.ScoreOf(ConditionKind.Capacities, chosen),
        };
        assessment.answers.AddRange(chosen.Select(one => new ReadinessAnswer { Question = one.Key, Answer = one.Value }));
        return (assessment, []);
    }

    public Refusal? Publish(DateOnly today)
    {
        if (PublishedOn is not null)
        {
            return ReadinessRefusals.PublishedAlready;
        }

        PublishedOn = today;
        return null;
    }
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

public static class ReadinessRefusals
{
    public static readonly Refusal PublishedAlready = new("readiness.published-already");

    private static readonly Refusal Open = new("readiness.unanswered");

    public static Refusal Unanswered(string question) => Open with { Field = question };
}
