using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>A day of a public plan at whose end its progress freezes into a report. Frozen, it is nobody's to edit (domain rules, sections 6 and 12).</summary>
public sealed class Cutoff
{
    public const int MaxReasonLength = 1000;
    public const int MaxSourceLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }

    /// <summary>What happens on this day still counts.</summary>
    public DateOnly FallsOn { get; private set; }

    /// <summary>Who set it, where the place itself did not: a past day of a transcribed plan.</summary>
    public string? Source { get; init; }

    /// <summary>The day on which it was entered, or last moved.</summary>
    public DateOnly RecordedOn { get; private set; }

    public DateTimeOffset? FrozenAt { get; private set; }
    public DateOnly? CancelledOn { get; private set; }
    public string? CancellationReason { get; private set; }
    public bool IsDemonstration { get; init; }
    public int Revision { get; private set; }

    public bool IsComing => FrozenAt is null && CancelledOn is null;

    /// <summary>Entered when the day was over already: nobody could prepare for it, and the page says so.</summary>
    public bool WasLate => RecordedOn > FallsOn;

    /// <summary>The place's day after it: everything of the cut-off day is known.</summary>
    public bool IsOverOn(DateOnly today) => FallsOn < today;

    public Refusal? Set(ActionPlan plan, DateOnly? on, DateOnly today)
    {
        if ((Source?.Length > MaxSourceLength ? TextRules.TooLong("source", MaxSourceLength) : CheckDay(plan, on)) is { } refusal)
        {
            return refusal;
        }

        (FallsOn, RecordedOn) = (on!.Value, today);
        return null;
    }

    /// <param name="on">To come: a day that is over would freeze before anybody could prepare for it.</param>
    /// <param name="seen">The revision that the writer saw.</param>
    public Refusal? Move(ActionPlan plan, DateOnly? on, int seen, DateOnly today)
    {
        if ((CheckComing(seen) ?? CheckDay(plan, on)) is { } refusal)
        {
            return refusal;
        }

        if (on < today)
        {
            return CutoffRefusals.MovedIntoThePast;
        }

        if (on == FallsOn)
        {
            return CutoffRefusals.SameDay;
        }

        (FallsOn, RecordedOn) = (on!.Value, today);
        Revision++;
        return null;
    }

    /// <param name="reason">Public.</param>
    public Refusal? Cancel(string? reason, int seen, DateOnly today)
    {
        var said = reason.Tidy();

        if (CheckComing(seen) is { } refusal)
        {
            return refusal;
        }

        if (said is null)
        {
            return CutoffRefusals.CancelledWithoutReason;
        }

        if (said.Length > MaxReasonLength)
        {
            return TextRules.TooLong("reason", MaxReasonLength);
        }

        (CancelledOn, CancellationReason) = (today, said);
        Revision++;
        return null;
    }

    /// <summary>Only once the day is over in the place's own calendar, and only once.</summary>
    public Refusal? Freeze(DateOnly today, DateTimeOffset now)
    {
        if (!IsComing)
        {
            return FrozenAt is null ? CutoffRefusals.Cancelled : CutoffRefusals.Frozen;
        }

        if (!IsOverOn(today))
        {
            return CutoffRefusals.NotOver;
        }

        FrozenAt = now;
        return null;
    }

    private Refusal? CheckComing(int seen) => this switch
    {
        { FrozenAt: not null } => CutoffRefusals.Frozen,
        { CancelledOn: not null } => CutoffRefusals.Cancelled,
        _ when seen != Revision => CutoffRefusals.ChangedMeanwhile,
        _ => null,
    };

    private static Refusal? CheckDay(ActionPlan plan, DateOnly? on) => on switch
    {
        _ when plan.PublishedOn is null => CutoffRefusals.PlanNotPublic,
        null => CutoffRefusals.WithoutDay,
        _ when on < plan.PublishedOn => CutoffRefusals.BeforeThePlan,
        _ when on > plan.ClosedOn => CutoffRefusals.AfterThePlan,
        _ => null,
    };
}

public static class CutoffRefusals
{
    public static readonly Refusal PlanNotPublic = new("cutoff.plan-not-public");
    public static readonly Refusal WithoutDay = new("cutoff.without-day", "on");
    public static readonly Refusal BeforeThePlan = new("cutoff.before-the-plan", "on");
    public static readonly Refusal AfterThePlan = new("cutoff.after-the-plan", "on");
    public static readonly Refusal DayTaken = new("cutoff.day-taken", "on");
    public static readonly Refusal SameDay = new("cutoff.same-day", "on");
    public static readonly Refusal MovedIntoThePast = new("cutoff.moved-into-the-past", "on");
    public static readonly Refusal CancelledWithoutReason = new("cutoff.cancelled-without-reason", "reason");
    public static readonly Refusal Frozen = new("cutoff.frozen");
    public static readonly Refusal Cancelled = new("cutoff.cancelled");
    public static readonly Refusal NotOver = new("cutoff.not-over");
    public static readonly Refusal ChangedMeanwhile = new("cutoff.changed-meanwhile");
    public static readonly Refusal RectifiedWithoutSubject = new("cutoff.rectified-without-subject", "concerns");
    public static readonly Refusal RectifiedWithoutWords = new("cutoff.rectified-without-words", "reads");
    public static readonly Refusal RectifiedWithoutCorrection = new("cutoff.rectified-without-correction", "shouldRead");
    public static readonly Refusal RectifiedWithoutReason = new("cutoff.rectified-without-reason", "reason");
}
