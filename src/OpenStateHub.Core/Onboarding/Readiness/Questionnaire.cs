using System.Collections.Frozen;

namespace OpenStateHub.Core.Onboarding.Readiness;

/// <summary>The conditions by which the places of the local exercises were chosen.</summary>
public enum ConditionKind
{
    Structural,
    Political,
    Social,
    Capacities,
}

public sealed record Question(string Code, ConditionKind Kind);

/// <summary>Fourteen questions on the conditions of a place, each answered from 0, not yet, to 3, yes, and it can be checked.</summary>
public static class Questionnaire
{
    /// <summary>Other questions are another version: figures of different versions are not compared.</summary>
    public const int Version = 1;

    public const int MostPoints = 3;

    /// <summary>Answers up to this one come with advice.</summary>
    public const int Low = 1;

    public static readonly IReadOnlyList<Question> Questions =
    [
        new("Law", ConditionKind.Structural), new("Transparency", ConditionKind.Structural), new("Data", ConditionKind.Structural),
        new("Participation", ConditionKind.Structural),
        new("Head", ConditionKind.Political), new("Office", ConditionKind.Political), new("Budget", ConditionKind.Political),
        new("Continuity", ConditionKind.Political),
        new("Organizations", ConditionKind.Social), new("Dialogue", ConditionKind.Social), new("Diversity", ConditionKind.Social),
        new("Team", ConditionKind.Capacities), new("Skills", ConditionKind.Capacities), new("Records", ConditionKind.Capacities),
    ];

    public static readonly FrozenDictionary<string, ConditionKind> KindOf = Questions.ToFrozenDictionary(question => question.Code, question => question.Kind);

    /// <summary>0 to 100: the points given of those that a kind's questions can give, rounded half up.</summary>
    public static int ScoreOf(ConditionKind kind, IReadOnlyDictionary<string, int> answers)
    {
        var of = Questions.Where(question => question.Kind == kind).ToList();
        return (int)Math.Round(100m * of.Sum(question => answers[question.Code]) / (of.Count * MostPoints), MidpointRounding.AwayFromZero);
    }
}
