using OpenStateHub.Core.Secretariat.Agreements;

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

    internal Refusal? CheckInside(Commitment commitment) =>
        Contains(commitment.Text.StartsOn) && Contains(commitment.Text.EndsOn) ? null : PlanRefusals.CommitmentOutsidePlan;

    private bool Holds(Commitment commitment) =>
        CheckInside(commitment) is null && commitment.Activities.All(a => Contains(a.StartsOn) && Contains(a.DueOn));

    private bool Contains(DateOnly? day) => !(day < StartsOn) && !(day > EndsOn);
}
