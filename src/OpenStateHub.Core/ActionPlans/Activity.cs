using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>The unit of work, of progress and of verification.</summary>
public sealed class Activity : ISibling
{
    private string description = "";
    private string? governmentOwner;
    private string? civilSocietyOwner;
    private DateOnly? startsOn;
    private DateOnly? dueOn;
    private string? deliverable;
    private IReadOnlyList<string> meansOfVerification = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CommitmentId { get; private set; }
    public Commitment? Commitment { get; private set; }
    public Guid? ActionId { get; private set; }
    public CommitmentAction? Action { get; private set; }
    public int Position { get; private set; }
    public required string Description { get => description; init => description = value; }
    public string? GovernmentOwner { get => governmentOwner; init => governmentOwner = value; }
    public string? CivilSocietyOwner { get => civilSocietyOwner; init => civilSocietyOwner = value; }
    public DateOnly? StartsOn { get => startsOn; init => startsOn = value; }
    public DateOnly? DueOn { get => dueOn; init => dueOn = value; }
    public string? Deliverable { get => deliverable; init => deliverable = value; }
    public IReadOnlyList<string> MeansOfVerification { get => meansOfVerification; init => meansOfVerification = value; }

    /// <summary>Hundredths of a percent of its action, or of its commitment where that has no actions.</summary>
    public int Weight { get; private set; }

    /// <summary>Rises with each change of its text or dates, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; private set; }

    public string? Source { get; init; }

    /// <summary>An invented activity, or a real one whose progress is invented: shown with its mark.</summary>
    public bool IsDemonstration { get; init; }

    public ActivityStatus Status { get; private set; } = ActivityStatus.NotStarted;

    /// <summary>The last percentage reported in progress, 0 to 99. A refused completion falls back to it.</summary>
    public int Percent { get; private set; }

    /// <summary>The day on which it was done, as reported; null unless complete or verified.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The day of its last report or answer.</summary>
    public DateOnly? UpdatedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }
    public AgreementNumber? EndedBy { get; private set; }
    public string? EndReasons { get; private set; }

    public ActivityState State => new(Weight, Status, Percent, DueOn, DoneOn);

    public Refusal? Check() => ToText().Check();

    /// <summary>What people wrote of it.</summary>
    public ActivityText ToText() => new()
    {
        Description = Description,
        GovernmentOwner = GovernmentOwner,
        CivilSocietyOwner = CivilSocietyOwner,
        StartsOn = StartsOn,
        DueOn = DueOn,
        Deliverable = Deliverable,
        MeansOfVerification = MeansOfVerification,
    };

    /// <param name="status">InProgress or Complete; the other states are nobody's to report.</param>
    /// <param name="percent">0 to 99 in progress; null or 100 when complete.</param>
    /// <param name="doneOn">Complete only, and not in the future.</param>
    /// <param name="evidence">How many published items of evidence it has, those of this report included.</param>
    /// <param name="reason">Why it steps back, where it does.</param>
    public Refusal? Report(ActivityStatus status, int? percent, DateOnly? doneOn, int evidence, string? reason, DateOnly on, DateOnly today)
    {
        if ((CheckOpenToReports(on, today) ?? CheckFigures(status, percent, doneOn, on)) is { } refusal)
        {
            return refusal;
        }

        if (status is ActivityStatus.Complete && evidence < 1)
        {
            return ActivityRefusals.CompleteWithoutEvidence;
        }

        if (Status is ActivityStatus.Complete && status is ActivityStatus.Complete)
        {
            return ActivityRefusals.AlreadyComplete;
        }

        if ((status < Status || percent < Percent) && string.IsNullOrWhiteSpace(reason))
        {
            return ActivityRefusals.StepBackWithoutReason;
        }

        (Status, Percent, DoneOn, UpdatedOn) = (status, status is ActivityStatus.InProgress ? percent!.Value : Percent, doneOn, on);
        return null;
    }

    /// <summary>Whether its completion may be answered now, by a seat or by its sector.</summary>
    public Refusal? CheckAnswer(bool confirms, DateOnly on, DateOnly today) =>
        confirms && CivilSocietyOwner is null ? ActivityRefusals.WithoutCounterpart : CheckAwaitsConfirmation(on, today);

    /// <summary>A sector's refusal, whose reasons are public, sends it back to the percentage it had before.</summary>
    public Refusal? RefuseCompletion(string? reasons, DateOnly on, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(reasons))
        {
            return ActivityRefusals.RefusedWithoutReasons;
        }

        if (CheckAnswer(confirms: false, on, today) is { } refusal)
        {
            return refusal;
        }

        (Status, DoneOn, UpdatedOn) = (ActivityStatus.InProgress, null, on);
        return null;
    }

    /// <summary>Counts a sector's confirmation: with those of all three it is verified, and never with fewer.</summary>
    /// <param name="confirming">The sectors that confirmed the present completion, this one included.</param>
    public Refusal? ConfirmCompletion(IReadOnlyCollection<Sector> confirming, DateOnly on, DateOnly today)
    {
        if (CheckAnswer(confirms: true, on, today) is { } refusal)
        {
            return refusal;
        }

        if (Sectors.All.All(confirming.Contains))
        {
            Status = ActivityStatus.Verified;
        }

        UpdatedOn = on;
        return null;
    }

    /// <summary>Ends without completion, by agreement and with reasons. It keeps its last value.</summary>
    /// <param name="outcome">NotFulfilled or Withdrawn.</param>
    public Refusal? End(ActivityStatus outcome, AgreementNumber? agreement, string? reasons, DateOnly on, DateOnly today)
    {
        if (outcome is not (ActivityStatus.NotFulfilled or ActivityStatus.Withdrawn))
        {
            return ActivityRefusals.NotAnEnd;
        }

        if (agreement is null)
        {
            return ActivityRefusals.EndWithoutAgreement;
        }

        if (string.IsNullOrWhiteSpace(reasons))
        {
            return ActivityRefusals.EndWithoutReasons;
        }

        if (CheckOpenToReports(on, today) is { } refusal)
        {
            return refusal;
        }

        if (Status is ActivityStatus.Complete)
        {
            return ActivityRefusals.AlreadyComplete;
        }

        (Status, EndedOn, EndedBy, EndReasons, UpdatedOn) = (outcome, on, agreement, reasons.Trim(), on);
        return null;
    }

    internal void BelongTo(Commitment commitment, CommitmentAction? action) =>
        (Commitment, CommitmentId, Action, ActionId) = (commitment, commitment.Id, action, action?.Id);

    /// <summary>Takes the text that its commitment has checked.</summary>
    internal void Revise(ActivityText text)
    {
        (description, governmentOwner, civilSocietyOwner) = (text.Description, text.GovernmentOwner, text.CivilSocietyOwner);
        (startsOn, dueOn, deliverable, meansOfVerification) = (text.StartsOn, text.DueOn, text.Deliverable, text.MeansOfVerification);
        Revision++;
    }

    void ISibling.Place(int position, int weight) => (Position, Weight) = (position, weight);

    private static Refusal? CheckFigures(ActivityStatus status, int? percent, DateOnly? doneOn, DateOnly on) => status switch
    {
        ActivityStatus.InProgress when percent is not (>= 0 and <= 99) => ActivityRefusals.PercentOutOfRange,
        ActivityStatus.InProgress => doneOn is null ? null : ActivityRefusals.DoneOnlyWhenComplete,
        ActivityStatus.Complete when percent is not (null or 100) => ActivityRefusals.PercentOfComplete,
        ActivityStatus.Complete when doneOn is null => ActivityRefusals.CompleteWithoutDay,
        ActivityStatus.Complete => doneOn > on ? ActivityRefusals.DoneInFuture : null,
        _ => ActivityRefusals.NotReportable,
    };

    private Refusal? CheckOpenToReports(DateOnly on, DateOnly today) => Status switch
    {
        ActivityStatus.Verified => ActivityRefusals.AlreadyVerified,
        ActivityStatus.NotFulfilled or ActivityStatus.Withdrawn => ActivityRefusals.AlreadyEnded,
        _ when Commitment!.WithdrawnOn is not null => CommitmentRefusals.AlreadyWithdrawn,
        _ => CheckDay(on, today),
    };

    private Refusal? CheckAwaitsConfirmation(DateOnly on, DateOnly today) =>
        Status is ActivityStatus.Complete ? CheckDay(on, today) : ActivityRefusals.NotComplete;

    private Refusal? CheckDay(DateOnly on, DateOnly today) => this switch
    {
        _ when Commitment!.Plan!.Status is not PlanStatus.InImplementation => PlanRefusals.NotInImplementation,
        _ when on > today => ActivityRefusals.DayInFuture,
        _ when on < (UpdatedOn ?? Commitment.Plan.PublishedOn) => ActivityRefusals.DayBeforeLastChange,
        _ => null,
    };
}
