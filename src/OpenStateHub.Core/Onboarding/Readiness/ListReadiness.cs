using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Onboarding.Readiness;

/// <summary>The place's sets of answers, the latest first.</summary>
public sealed class ListReadiness(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(CancellationToken ct) =>
        db.ReadinessAssessments
            .OrderByDescending(one => one.AnsweredOn).ThenByDescending(one => one.Id)
            .Select(one => new Row(
                one.Id, one.AnsweredOn, one.PublishedOn, new ReadinessFigures(one.Structural, one.Political, one.Social, one.Capacities),
                one.Answers.Select(answer => new Answer(answer.Question, answer.Answer)).ToList()))
            .AsSplitQuery()
            .ToListAsync(ct);

    /// <param name="PublishedOn">Null: the place alone knows it.</param>
    public sealed record Row(Guid Id, DateOnly AnsweredOn, DateOnly? PublishedOn, ReadinessFigures Figures, IReadOnlyList<Answer> Answers)
    {
        /// <summary>What can be better, the weakest first, in the order of the questions.</summary>
        public IEnumerable<Question> ToImprove => Questionnaire.Questions
            .Select(question => (Question: question, Answer: Answers.FirstOrDefault(answer => answer.Question == question.Code)?.Points))
            .Where(one => one.Answer <= Questionnaire.Low)
            .OrderBy(one => one.Answer)
            .Select(one => one.Question);
    }

    public sealed record Answer(string Question, int Points);
}
