namespace OpenStateHub.Core.ActionPlans;

/// <summary>What a place promises for a period. Binding once its secretariat approved it (domain rules, sections 3 and 5).</summary>
public sealed partial class ActionPlan
{
    public const int LeastDaysOfCounterpartCall = 15;
    public const int LongestTitle = 300;

    private readonly List<PlanAxis> axes = [];
    private readonly List<Commitment> commitments = [];
    private string title = "";
    private string? summary;
    private DateOnly? startsOn;
    private DateOnly? endsOn;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its address, unique within the place.</summary>
    public required string Slug { get; init; }

    public required string Title { get => title; init => title = value; }
    public string? Summary { get => summary; init => summary = value; }

    /// <summary>What a reader must know about its sources: what they tell and what they do not.</summary>
    public string? Note { get; init; }

    /// <summary>Null only in a transcription whose source does not tell it.</summary>
    public DateOnly? StartsOn { get => startsOn; init => startsOn = value; }

    /// <summary>The last day. Null only in a transcription whose source does not tell it.</summary>
    public DateOnly? EndsOn { get => endsOn; init => endsOn = value; }

    /// <summary>
    /// A plan whose period is over, copied here as its source has it: what the source does not tell stays unknown,
    /// so neither the publish gate nor the steps before publication are demanded.
    /// </summary>
    public bool IsTranscription { get; init; }

    public string? Source { get; init; }

    /// <summary>An invented plan, shown with its mark.</summary>
    public bool IsDemonstration { get; init; }

    public PlanStatus Status { get; private set; } = PlanStatus.Draft;
    public DateOnly? ConsultationOn { get; private set; }
    public AgreementNumber? ApprovedBy { get; private set; }
    public DateOnly? ApprovedOn { get; private set; }
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Only the day by which it was public is known.</summary>
    public bool PublishedIsBound { get; private set; }

    public DateOnly? ImplementationOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public DateOnly? EvaluatedOn { get; private set; }

    /// <summary>The public call for a civil-society counterpart where none exists, and what came of it.</summary>
    public CounterpartCall? CounterpartCall { get; private set; }

    public int Revision { get; private set; }
    public IReadOnlyList<PlanAxis> Axes => axes;
    public IReadOnlyList<Commitment> Commitments => commitments;

    public bool IsPublic => Status >= PlanStatus.Published;

    public PlanHead Head => new(Title, Summary, StartsOn, EndsOn);

    public Refusal? Check(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            return PlanRefusals.WithoutTitle;
        }

        if (TextRules.CheckLength(("title", Title, LongestTitle), ("summary", Summary, TextRules.LongestText), ("note", Note, TextRules.LongestText)) is { } tooLong)
        {
            return tooLong;
        }

        if (EndsOn < StartsOn)
        {
            return PlanRefusals.EndsBeforeItBegins;
        }

        if (!IsTranscription)
        {
            return StartsOn is null || EndsOn is null ? PlanRefusals.WithoutPeriod : null;
        }

        return string.IsNullOrWhiteSpace(Source) ? PlanRefusals.TranscriptionWithoutSource
            : EndsOn >= today ? PlanRefusals.TranscriptionNotOver
            : null;
    }

    /// <summary>Text, dates and weights may change until the secretariat approved them.</summary>
    public Refusal? ChangeText()
    {
        if (Status is PlanStatus.Approved)
        {
            return PlanRefusals.ApprovedTextIsBound;
        }

        if (IsPublic)
        {
            return PlanRefusals.PublishedTextIsBound;
        }

        Revision++;
        return null;
    }

    /// <param name="seen">What the writer saw: what somebody else wrote meanwhile is not overwritten unread.</param>
    public Refusal? Revise(PlanHead head, PlanHead seen, DateOnly today)
    {
        if (seen != Head)
        {
            return PlanRefusals.ChangedMeanwhile;
        }

        var candidate = new ActionPlan
        {
            Slug = Slug,
            Title = head.Title,
            Summary = head.Summary,
            StartsOn = head.StartsOn,
            EndsOn = head.EndsOn,
            IsTranscription = IsTranscription,
            Source = Source,
        };

        if (candidate.Check(today) is { } refusal)
        {
            return refusal;
        }

        if (commitments.Find(c => !candidate.Holds(c)) is { } outside)
        {
            return PlanRefusals.WouldLeaveOut with { Detail = outside.Text.Title };
        }

        if (ChangeText() is { } bound)
        {
            return bound;
        }

        (title, summary, startsOn, endsOn) = (head.Title, head.Summary, head.StartsOn, head.EndsOn);
        return null;
    }

    public Refusal? Add(PlanAxis axis)
    {
        if ((axis.Check() ?? ChangeText()) is { } refusal)
        {
            return refusal;
        }

        axis.BelongTo(this, position: axes.Count);
        axes.Add(axis);
        return null;
    }

    public Refusal? Rename(Guid axisId, string title)
    {
        if (axes.Find(a => a.Id == axisId) is not { } axis)
        {
            return PlanRefusals.AxisUnknown;
        }

        var said = title.Tidy() ?? "";

        if ((new PlanAxis { Title = said }.Check() ?? ChangeText()) is { } refusal)
        {
            return refusal;
        }

        axis.Title = said;
        return null;
    }

    /// <param name="steps">How many places it moves: -1 up, 1 down. Past the ends nothing happens.</param>
    public Refusal? Move(Guid axisId, int steps)
    {
        var order = axes.OrderBy(a => a.Position).ToList();

        if (order.Find(a => a.Id == axisId) is not { } axis)
        {
            return PlanRefusals.AxisUnknown;
        }

        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        var to = Math.Clamp(order.IndexOf(axis) + steps, 0, order.Count - 1);
        order.Remove(axis);
        order.Insert(to, axis);
        Number(order);
        return null;
    }

    /// <summary>Only an axis without commitments goes; the others close up.</summary>
    public Refusal? Remove(Guid axisId)
    {
        if (axes.Find(a => a.Id == axisId) is not { } axis)
        {
            return PlanRefusals.AxisUnknown;
        }

        if (commitments.Any(c => c.AxisId == axisId))
        {
            return PlanRefusals.AxisNotEmpty;
        }

        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        axes.Remove(axis);
        Number([.. axes.OrderBy(a => a.Position)]);
        return null;
    }

    public Refusal? Add(Commitment commitment)
    {
        if ((CheckInside(commitment) ?? commitment.Check() ?? ChangeText()) is { } refusal)
        {
            return refusal;
        }

        commitment.BelongTo(this);
        commitments.Add(commitment);
        return null;
    }

    /// <summary>Opens the consultation. From an approved plan it voids the approval, so that the text may change again.</summary>
    public Refusal? OpenConsultation(DateOnly on, DateOnly today)
    {
        if (Status is not (PlanStatus.Draft or PlanStatus.Approved))
        {
            return PlanRefusals.NotInDraft;
        }

        if (CheckDay(on, today) is { } refusal)
        {
            return refusal;
        }

        (ApprovedBy, ApprovedOn, ConsultationOn) = (null, null, on);
        return Become(PlanStatus.Consultation);
    }

    /// <param name="agreement">The agreement of the secretariat that approved this plan.</param>
    public Refusal? Approve(AgreementNumber? agreement, DateOnly on, DateOnly today)
    {
        if (agreement is null)
        {
            return PlanRefusals.WithoutAgreement;
        }

        if (Status is not PlanStatus.Consultation)
        {
            return PlanRefusals.NotInConsultation;
        }

        if (CheckDay(on, today) is { } refusal)
        {
            return refusal;
        }

        (ApprovedBy, ApprovedOn) = (agreement, on);
        return Become(PlanStatus.Approved);
    }

    /// <summary>Records a public call for a counterpart: with it the plan may be published without one, and says so.</summary>
    public Refusal? RecordCounterpartCall(CounterpartCall call, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(call.Result))
        {
            return PlanRefusals.CounterpartCallWithoutResult;
        }

        if (call.Result.Length > ActionPlans.CounterpartCall.MaxResultLength)
        {
            return PlanRefusals.CounterpartCallResultTooLong;
        }

        if (call.Days < LeastDaysOfCounterpartCall)
        {
            return PlanRefusals.CounterpartCallTooShort;
        }

        if (call.ClosedOn > today)
        {
            return PlanRefusals.DayInFuture;
        }

        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        CounterpartCall = call;
        return null;
    }

    /// <param name="gate">What this very plan lacks; a transcription passes with what its source has.</param>
    /// <param name="isBound">Only the day by which it was public is known: in a transcription.</param>
    public Refusal? Publish(PublishGate gate, DateOnly on, DateOnly today, bool isBound = false)
    {
        if (IsPublic || (Status is not PlanStatus.Approved && !IsTranscription))
        {
            return PlanRefusals.NotApproved;
        }

        if (!gate.IsOpen && !IsTranscription)
        {
            return PlanRefusals.GateClosed;
        }

        if (CheckDay(on, today) is { } refusal)
        {
            return refusal;
        }

        (PublishedOn, PublishedIsBound) = (on, isBound && IsTranscription);
        return Become(PlanStatus.Published);
    }

    public Refusal? StartImplementation(DateOnly on, DateOnly today)
    {
        if (Status is not PlanStatus.Published)
        {
            return PlanRefusals.NotPublished;
        }

        if (CheckDay(on, today) is { } refusal)
        {
            return refusal;
        }

        ImplementationOn = on;
        return Become(PlanStatus.InImplementation);
    }

    public Refusal? Close(DateOnly on, DateOnly today)
    {
        // A source may tell that an old plan ended without telling when its implementation began.
        if (Status is not PlanStatus.InImplementation && !(IsTranscription && Status is PlanStatus.Published))
        {
            return PlanRefusals.NotInImplementation;
        }

        if (CheckDay(on, today) is { } refusal)
        {
            return refusal;
        }

        ClosedOn = on;
        return Become(PlanStatus.Closed);
    }

    public Refusal? RecordEvaluation(DateOnly on, DateOnly today)
    {
        if (Status is not PlanStatus.Closed)
        {
            return PlanRefusals.NotClosed;
        }

        if (CheckDay(on, today) is { } refusal)
        {
            return refusal;
        }

        EvaluatedOn = on;
        return Become(PlanStatus.Evaluated);
    }

    internal Refusal? CheckInside(Commitment commitment) =>
        Contains(commitment.Text.StartsOn) && Contains(commitment.Text.EndsOn) ? null : PlanRefusals.CommitmentOutsidePlan;

    private bool Holds(Commitment commitment) =>
        CheckInside(commitment) is null && commitment.Activities.All(a => Contains(a.StartsOn) && Contains(a.DueOn));

    private void Number(List<PlanAxis> order) => order.ForEach(axis => axis.BelongTo(this, position: order.IndexOf(axis)));

    private bool Contains(DateOnly? day) => !(day < StartsOn) && !(day > EndsOn);

    private Refusal? Become(PlanStatus status)
    {
        Status = status;
        Revision++;
        return null;
    }

    /// <summary>A step is neither in the future nor before the step that came before it.</summary>
    private Refusal? CheckDay(DateOnly on, DateOnly today)
    {
        var before = ClosedOn ?? ImplementationOn ?? PublishedOn ?? ApprovedOn ?? ConsultationOn;
        return on > today ? PlanRefusals.DayInFuture : on < before ? PlanRefusals.DayBeforeLastStep : null;
    }
}
