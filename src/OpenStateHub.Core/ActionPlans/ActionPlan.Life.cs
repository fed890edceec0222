using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

/// <content>The steps of its life, from the draft to its evaluation, each on its day; and the public call that lets it be published without a counterpart.</content>
public sealed partial class ActionPlan
{
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
