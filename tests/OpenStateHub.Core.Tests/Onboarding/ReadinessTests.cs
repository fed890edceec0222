using OpenStateHub.Core.Onboarding.Readiness;

namespace OpenStateHub.Core.Tests.Onboarding;

public sealed class ReadinessTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Scores_each_kind_from_0_to_100_by_itself()
    {
        var answers = Answers(question => question.Kind switch { ConditionKind.Structural => 3, ConditionKind.Political => 0, ConditionKind.Social => 2, _ => 1 });

        var (found, refusals) = ReadinessAssessment.From(answers, Today);

        Assert.Empty(refusals);
        Assert.Equal((100, 0, 67, 33), (found!.Structural, found.Political, found.Social, found.Capacities));
        Assert.Equal(Questionnaire.Questions.Count, found.Answers.Count);
    }

    [Fact]
    public void Refuses_each_question_that_was_left_open_or_answered_with_what_is_no_answer()
    {
        var answers = Answers(_ => 2);
        answers["Law"] = null;
        answers["Team"] = 4;
        answers.Remove("Data");

        var (found, refusals) = ReadinessAssessment.From(answers, Today);

        Assert.Null(found);
        Assert.Equal(["Law", "Data", "Team"], refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public void Is_published_once()
    {
        var found = ReadinessAssessment.From(Answers(_ => 1), Today).Assessment!;

        Assert.Null(found.Publish(Today));
        Assert.Equal(ReadinessRefusals.PublishedAlready, found.Publish(Today));
    }

    private static Dictionary<string, int?> Answers(Func<Question, int> answer) =>
        Questionnaire.Questions.ToDictionary(question => question.Code, question => (int?)answer(question));
}
