using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Duties;

namespace OpenStateHub.Core.Observatory;

/// <summary>The public facts of one place that its figures are computed from, on any day of its past.</summary>
public sealed record PlaceFacts
{
    private Dictionary<DateOnly, int[]> obstacles = [];
    private IReadOnlyList<PlanFact>? countedOf;

    /// <summary>The days for which the place belonged to a programme of local exercises.</summary>
    public IReadOnlyList<Period> Exercises { get; init; } = [];

    /// <summary>The day of its installation act, or the day by which it is known.</summary>
    public DateOnly? SecretariatInstalledOn { get; init; }

    public IReadOnlyList<SeatFact> CivilSocietySeats { get; init; } = [];

    /// <summary>Published plans only.</summary>
    public IReadOnlyList<PlanFact> Plans { get; init; } = [];

    public DutyClock Duties { get; init; } = new([], new DutyFacts());

    /// <summary>Of plans in force: how many open activities name each obstacle. Read once a day of the past, because each cause is a figure of its own.</summary>
    public int ObstaclesOn(DateOnly day, ObstacleCause cause)
    {
        // A copy with other plans counts anew.
        if (!ReferenceEquals(countedOf, Plans))
        {
            (countedOf, obstacles) = (Plans, []);
        }

        if (!obstacles.TryGetValue(day, out var counts))
        {
            counts = new int[Enum.GetValues<ObstacleCause>().Length];

            foreach (var named in Plans.Where(p => p.IsInForceOn(day)).SelectMany(p => p.Commitments).SelectMany(c => c.ObstaclesOn(day)))
            {
                counts[(int)named]++;
            }

            obstacles[day] = counts;
        }

        return counts[(int)cause];
    }

    /// <summary>The days on which a figure may change: something happened, or something fell due the day before.</summary>
    public IEnumerable<DateOnly> Days =>
        Exercises.SelectMany(e => e.Days)
            .Concat(CivilSocietySeats.SelectMany(s => s.Term.Days))
            .Concat(SecretariatInstalledOn is { } installed ? [installed] : [])
            .Concat(Plans.SelectMany(p => p.Days))
            .Concat(Duties.Days);
}

/// <param name="From">The first day; the beginning of time where no source tells it.</param>
/// <param name="Until">The last day, or null: still.</param>
public readonly record struct Period(DateOnly From, DateOnly? Until)
{
    public IEnumerable<DateOnly> Days => Until is { } last ? [From, last.AddDays(1)] : [From];

    public bool Holds(DateOnly day) => From <= day && (Until is null || day <= Until);
}

public sealed record SeatFact(string Organization, Period Term);

public sealed record PlanFact
{
    public required DateOnly PublishedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public required IReadOnlyList<CommitmentFact> Commitments { get; init; }

    public IEnumerable<DateOnly> Days =>
        Commitments.SelectMany(c => c.Days).Append(PublishedOn).Concat(ClosedOn is { } closed ? [closed] : []);

    public bool IsPublishedOn(DateOnly day) => PublishedOn <= day;

    public bool IsInForceOn(DateOnly day) => PublishedOn <= day && (ClosedOn is null || day < ClosedOn);
}

public sealed record CommitmentFact
{
    public required bool IsProactive { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>The agreement that withdrew it took it out of the percentage as well.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The day of the secretariat's decision that all of it is done.</summary>
    public DateOnly? VerifiedOn { get; init; }

    public required IReadOnlyList<string> Counterparts { get; init; }
    public required IReadOnlyList<ActivityFact> Activities { get; init; }

    public IEnumerable<DateOnly> Days =>
        Activities.SelectMany(a => a.Days).Concat(WithdrawnOn is { } withdrawn ? [withdrawn] : []).Concat(VerifiedOn is { } verified ? [verified] : []);

    public CommitmentProgress ProgressOn(DateOnly day) =>
        new(Progress.OfCommitment([.. Activities.Select(a => a.On(day))]), IsProactive, IsLeftOut && WithdrawnOn <= day);

    public bool IsVerifiedOn(DateOnly day) =>
        Progress.StatusOf([.. Activities.Select(a => a.On(day).State.Status)], isWithdrawn: WithdrawnOn <= day, isDecided: VerifiedOn <= day) is ActivityStatus.Verified;

    /// <summary>Reported as done, and not confirmed by all three sectors.</summary>
    public int UnverifiedOn(DateOnly day) => WithdrawnOn <= day ? 0 : Activities.Count(a => a.On(day).State.Status is ActivityStatus.Complete);

    /// <summary>What the last reports on its open activities say stands in the way.</summary>
    public IEnumerable<ObstacleCause> ObstaclesOn(DateOnly day) => WithdrawnOn <= day ? [] : Activities.Select(a => a.ObstacleOn(day)).OfType<ObstacleCause>();

    /// <summary>What a withdrawn commitment left undone is no longer late.</summary>
    public int LateOn(DateOnly day) => WithdrawnOn <= day ? 0 : Activities.Count(a => a.On(day).State.IsLate(day));
}

/// <param name="ActionId">The action that it stands under, or null.</param>
/// <param name="ActionWeight">That action's weight at the start, or 0.</param>
/// <param name="Start">Its state before anything was reported.</param>
/// <param name="Steps">Its states from each day on, in order.</param>
public sealed record ActivityFact(Guid? ActionId, int ActionWeight, ActivityState Start, IReadOnlyList<ActivityStep> Steps)
{
    public IEnumerable<DateOnly> Days =>
        Steps.Select(s => s.On).Concat(Steps.Select(s => s.State.DueOn).Append(Start.DueOn).OfType<DateOnly>().Distinct().Select(due => due.AddDays(1)));

    /// <summary>Reads the history once into its turning points, because the figures ask for the state on very many days.</summary>
    public static ActivityFact From(Guid? actionId, int actionWeight, ActivityHistory history)
    {
        var days = history.Reports.SelectMany(r => r.Answers.Select(a => a.On).Append(r.On))
            .Concat(history.EndedOn is { } ended ? [ended] : [])
            .Concat(history.Earlier.Select(terms => terms.Until))
            .Distinct()
            .Order();
        return new ActivityFact(
            actionId,
            history.Earlier is [var first, ..] ? first.ActionWeight : actionWeight,
            history.StateAt(DateOnly.MinValue),
            [.. days.Select(day => new ActivityStep(day, history.StateAt(day), history.Earlier.FirstOrDefault(terms => day < terms.Until)?.ActionWeight ?? actionWeight)
            {
                Obstacle = history.LastReportAt(day)?.Obstacle,
            })]);
    }

    /// <summary>Of its last report, while it is open.</summary>
    public ObstacleCause? ObstacleOn(DateOnly day) =>
        Steps.LastOrDefault(step => step.On <= day) is { Obstacle: { } cause, State.IsOpen: true } ? cause : null;

    public PlacedActivity On(DateOnly day)
    {
        var (state, weight) = (Start, ActionWeight);

        foreach (var step in Steps)
        {
            if (step.On > day)
            {
                break;
            }

            (state, weight) = (step.State, step.ActionWeight ?? weight);
        }

        return new PlacedActivity(ActionId, weight, state);
    }
}

/// <param name="ActionWeight">Of its action from then on; null: as before.</param>
public readonly record struct ActivityStep(DateOnly On, ActivityState State, int? ActionWeight = null)
{
    /// <summary>What its last report says stands in the way.</summary>
    public ObstacleCause? Obstacle { get; init; }
}
