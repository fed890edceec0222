namespace OpenStateHub.Core.ActionPlans;

public static class PlanRefusals
{
    public static readonly Refusal WithoutTitle = new("plan.without-title", "title");
    public static readonly Refusal WithoutPeriod = new("plan.without-period", "startsOn");
    public static readonly Refusal EndsBeforeItBegins = new("plan.ends-before-it-begins", "endsOn");
    public static readonly Refusal TranscriptionWithoutSource = new("plan.transcription-without-source", "source");
    public static readonly Refusal TranscriptionNotOver = new("plan.transcription-not-over", "endsOn");
    public static readonly Refusal SlugTaken = new("plan.slug-taken", "slug");
    public static readonly Refusal SlugMalformed = new("plan.slug-malformed", "slug");
    public static readonly Refusal SlugReserved = new("plan.slug-reserved", "slug");
    public static readonly Refusal NothingToCopy = new("plan.nothing-to-copy", "from");
    public static readonly Refusal ChangedMeanwhile = new("plan.changed-meanwhile");
    public static readonly Refusal WouldLeaveOut = new("plan.would-leave-out", "endsOn");
    public static readonly Refusal AxisUnknown = new("plan.axis-unknown");
    public static readonly Refusal AxisNotEmpty = new("plan.axis-not-empty");
    public static readonly Refusal AxisWithoutTitle = new("plan.axis-without-title", "title");
    public static readonly Refusal CommitmentOutsidePlan = new("plan.commitment-outside-plan", "startsOn");
    public static readonly Refusal ApprovedTextIsBound = new("plan.approved-text-is-bound");
    public static readonly Refusal PublishedTextIsBound = new("plan.published-text-is-bound");
    public static readonly Refusal InVote = new("plan.in-vote");
    public static readonly Refusal NotInDraft = new("plan.not-in-draft");
    public static readonly Refusal NotInConsultation = new("plan.not-in-consultation");
    public static readonly Refusal NotApproved = new("plan.not-approved");
    public static readonly Refusal NotPublished = new("plan.not-published");
    public static readonly Refusal NotInImplementation = new("plan.not-in-implementation");
    public static readonly Refusal NotClosed = new("plan.not-closed");
    public static readonly Refusal GateClosed = new("plan.gate-closed");
    public static readonly Refusal WithoutAgreement = new("plan.without-agreement", "agreement");
    public static readonly Refusal DayInFuture = new("plan.day-in-future", "on");
    public static readonly Refusal DayBeforeLastStep = new("plan.day-before-last-step", "on");
    public static readonly Refusal CounterpartCallTooShort = new("plan.counterpart-call-too-short", "closedOn");
    public static readonly Refusal CounterpartCallWithoutDays = new("plan.counterpart-call-without-days", "openedOn");
    public static readonly Refusal CounterpartCallResultTooLong = new("plan.counterpart-call-result-too-long", "result", "2000");
    public static readonly Refusal CounterpartCallWithoutResult = new("plan.counterpart-call-without-result", "result");
}
