using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tracking;

/// <summary>
/// What happened to one activity, from which its state at any past day follows. It reads the same rules backwards that <see cref="Activity"/>
/// applies forwards; a test holds the two together.
/// </summary>
public sealed class ActivityHistory
{
    public required int Weight { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>What held before each change of the roadmap, the earliest first: past days are judged by what was promised then.</summary>
    public IReadOnlyList<EarlierTerms> Earlier { get; init; } = [];

    /// <summary>NotFulfilled or Withdrawn, with its day; null where it did not end so.</summary>
    public ActivityStatus? Ending { get; init; }

    public DateOnly? EndedOn { get; init; }
    public IReadOnlyList<Report> Reports { get; init; } = [];

    public sealed record Report(int Number, DateOnly On, ActivityStatus Status, int? Percent, DateOnly? DoneOn, IReadOnlyList<Answer> Answers)
    {
        /// <summary>What it says stood in the way.</summary>
        public ObstacleCause? Obstacle { get; init; }
    }

    public sealed record Answer(Sector Sector, ConfirmationOutcome Outcome, DateOnly On);

    /// <summary>The last report up to a day; null where none was made.</summary>
    public Report? LastReportAt(DateOnly day) => Reports.Where(report => report.On <= day).MaxBy(report => report.Number);

    /// <summary>The state at the end of a day.</summary>
    public ActivityState StateAt(DateOnly day)
    {
        var reports = Reports.Where(report => report.On <= day).OrderBy(report => report.Number).ToList();
        var percent = reports.LastOrDefault(report => report.Status is ActivityStatus.InProgress)?.Percent ?? 0;
        var (weight, dueOn) = Earlier.FirstOrDefault(terms => day < terms.Until) is { } then ? (then.Weight, then.DueOn) : (Weight, DueOn);
        ActivityState State(ActivityStatus status, DateOnly? doneOn = null) => new(weight, status, percent, dueOn, doneOn);

        if (EndedOn <= day)
        {
            return State(Ending!.Value);
        }

        if (reports.Count == 0)
        {
            return State(ActivityStatus.NotStarted);
        }

        var last = reports[^1];

        if (last.Status is not ActivityStatus.Complete)
        {
            return State(last.Status);
        }

        var answers = last.Answers.Where(answer => answer.On <= day).ToList();

        return answers.Any(answer => answer.Outcome is ConfirmationOutcome.Refused) ? State(ActivityStatus.InProgress)
            : Sectors.All.All(sector => answers.Any(answer => answer.Sector == sector)) ? State(ActivityStatus.Verified, last.DoneOn)
            : State(ActivityStatus.Complete, last.DoneOn);
    }
}

/// <param name="Until">The day from which a later version of the plan held.</param>
/// <param name="ActionWeight">Of the action that the activity stands under, or 0.</param>
public sealed record EarlierTerms(DateOnly Until, int Weight, int ActionWeight, DateOnly? DueOn);
