namespace OpenStateHub.Core.Tracking.Duties;

public enum DutyState
{
    NotApplicable,
    InForce,
    DueSoon,
    Overdue,
    Met,
}

/// <summary>How one duty stands on a day.</summary>
/// <param name="Subject">The plan or commitment, of an assessment; null for what recurs.</param>
/// <param name="StartedOn">The day that the clock counts from; null where it does not run.</param>
/// <param name="LastOn">When it was last done.</param>
/// <param name="DueOn">Until when it must be done, or done again.</param>
public sealed record DutyStanding(DutyRule Rule, DutySubject? Subject, DutyState State, DateOnly? StartedOn, DateOnly? LastOn, DateOnly? DueOn)
{
    /// <summary>Done once, and after its day.</summary>
    public bool WasLate => Rule.IsOnce && State is DutyState.Met && LastOn > DueOn;
}

/// <summary>
/// A place's duties on any day. Of what recurs, the clock starts anew with each time it is done: met as long as the last period had enough of
/// them, in force before the first. What is done once is met for ever.
/// </summary>
public sealed class DutyClock(IReadOnlyList<DutyRule> rules, DutyFacts facts)
{
    private readonly Dictionary<DateOnly, IReadOnlyList<DutyStanding>> known = [];

    /// <summary>The days on which something may stand otherwise than the day before.</summary>
    public IEnumerable<DateOnly> Days => rules
        .Where(rule => rule.IsApplicable)
        .SelectMany(rule => AnchorsOf(rule).SelectMany(anchor => TurnsAfter(rule, anchor)))
        .Concat(facts.Plans.Select(plan => plan.EndedOn).OfType<DateOnly>());

    /// <summary>Every duty has one standing at least; an assessment one for each plan or commitment.</summary>
    public IReadOnlyList<DutyStanding> On(DateOnly day) =>
        known.TryGetValue(day, out var standings) ? standings : known[day] = [.. rules.SelectMany(rule => Of(rule, facts, day))];

    /// <summary>Null where none of them applies on that day.</summary>
    public int? Count(DutyState state, DateOnly day)
    {
        var standings = On(day);
        return standings.All(s => s.State is DutyState.NotApplicable) ? null : standings.Count(s => s.State == state);
    }

    public static IReadOnlyList<DutyStanding> Of(DutyRule rule, DutyFacts facts, DateOnly day)
    {
        var none = new DutyStanding(rule, null, DutyState.NotApplicable, null, null, null);

        if (!rule.IsApplicable)
        {
            return [none];
        }

        if (!rule.IsOnce)
        {
            return [facts.StartOn(rule.Code, day) is { } start ? Recurring(rule, Later(start, rule.EffectiveFrom), facts.EventsOf(rule.Code), day) : none];
        }

        var once = facts.SubjectsOf(rule.Code)
            .Where(subject => subject.StartedOn >= rule.EffectiveFrom && subject.StartedOn <= day)
            .Select(subject => Once(rule, subject, day))
            .ToList();
        return once.Count == 0 ? [none] : once;
    }

    private static DutyStanding Recurring(DutyRule rule, DateOnly start, IReadOnlyList<DateOnly> events, DateOnly day)
    {
        if (start > day)
        {
            return new DutyStanding(rule, null, DutyState.NotApplicable, null, null, null);
        }

        var done = events.Where(on => on <= day).OrderDescending().ToList();
        var counted = done.Where(on => on >= start).Skip(rule.Times - 1).Take(1).ToList();
        var due = rule.DueAfter(counted is [var earliest] ? earliest : start);
        return new DutyStanding(
            rule, null, StateOf(rule, due, isDone: counted.Count > 0, day), start, done.Select(on => (DateOnly?)on).FirstOrDefault(), due);
    }

    private static DutyStanding Once(DutyRule rule, DutySubject subject, DateOnly day)
    {
        var due = rule.DueAfter(subject.StartedOn);
        var done = subject.DoneOn <= day ? subject.DoneOn : null;
        return new DutyStanding(rule, subject, done is null ? StateOf(rule, due, isDone: false, day) : DutyState.Met, subject.StartedOn, done, due);
    }

    private static DutyState StateOf(DutyRule rule, DateOnly due, bool isDone, DateOnly day) =>
        day > due ? DutyState.Overdue
        : day >= due.AddDays(-rule.SoonDays) ? DutyState.DueSoon
        : isDone ? DutyState.Met
        : DutyState.InForce;

    private IEnumerable<DateOnly> AnchorsOf(DutyRule rule) => rule.IsOnce
        ? facts.SubjectsOf(rule.Code).Select(subject => subject.StartedOn).Concat(facts.SubjectsOf(rule.Code).Select(subject => subject.DoneOn).OfType<DateOnly>())
        : facts.EventsOf(rule.Code)
            .Concat(facts.Plans.Select(plan => Later(plan.PublishedOn, rule.EffectiveFrom)))
            .Concat(facts.InstalledOn is { } installed ? [Later(installed, rule.EffectiveFrom)] : []);

    private static IEnumerable<DateOnly> TurnsAfter(DutyRule rule, DateOnly anchor)
    {
        var due = rule.DueAfter(anchor);
        return [anchor, due.AddDays(-rule.SoonDays), due.AddDays(1)];
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
