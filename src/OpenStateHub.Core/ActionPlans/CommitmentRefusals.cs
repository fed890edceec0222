namespace OpenStateHub.Core.ActionPlans;

public static class CommitmentRefusals
{
    public static readonly Refusal WithoutTitle = new("commitment.without-title", "title");
    public static readonly Refusal EndsBeforeItBegins = new("commitment.ends-before-it-begins", "endsOn");
    public static readonly Refusal SlugTaken = new("commitment.slug-taken", "slug");
    public static readonly Refusal SlugMalformed = new("commitment.slug-malformed", "slug");
    public static readonly Refusal NumberOutOfRange = new("commitment.number-out-of-range", "number");
    public static readonly Refusal NumberTaken = new("commitment.number-taken", "number");
    public static readonly Refusal AxisOfAnotherPlan = new("commitment.axis-of-another-plan", "axisId");
    public static readonly Refusal ContinuationUnknown = new("commitment.continuation-unknown", "continuationOf");
    public static readonly Refusal SdgMalformed = new("commitment.sdg-malformed", "sdgs");
    public static readonly Refusal PolicyAreaMalformed = new("commitment.policy-area-malformed", "policyAreas");
    public static readonly Refusal OcidMalformed = new("commitment.ocid-malformed", "links");
    public static readonly Refusal LinkMalformed = new("commitment.link-malformed", "links");
    public static readonly Refusal NamedTwice = new("commitment.named-twice", "values");
    public static readonly Refusal ActorWithoutName = new("commitment.actor-without-name", "actors");
    public static readonly Refusal ValueWithoutReason = new("commitment.value-without-reason", "values");
    public static readonly Refusal IndicatorWithoutName = new("commitment.indicator-without-name", "indicator");
    public static readonly Refusal WouldLeaveOut = new("commitment.would-leave-out", "endsOn");
    public static readonly Refusal AlreadyAdded = new("commitment.already-added");
    public static readonly Refusal ChangedMeanwhile = new("commitment.changed-meanwhile");
    public static readonly Refusal EitherActionsOrActivities = new("commitment.either-actions-or-activities");
    public static readonly Refusal ActionWithoutTitle = new("commitment.action-without-title", "title");
    public static readonly Refusal ActionRemoved = new("commitment.action-removed");
    public static readonly Refusal Removed = new("commitment.removed");
    public static readonly Refusal IsContinued = new("commitment.is-continued");
    public static readonly Refusal ActionOfAnotherCommitment = new("commitment.action-of-another-commitment", "actionId");
    public static readonly Refusal ActivityOutsideCommitment = new("commitment.activity-outside-commitment", "dueOn");
    public static readonly Refusal WeightOutOfRange = new("commitment.weight-out-of-range", "weight");
    public static readonly Refusal WeightsNotWhole = new("commitment.weights-not-whole");
    public static readonly Refusal WeightLeavesNoRoom = new("commitment.weight-leaves-no-room", "weight");
    public static readonly Refusal WeightsOfOthers = new("commitment.weights-of-others");
    public static readonly Refusal WithdrawalWithoutAgreement = new("commitment.withdrawal-without-agreement", "agreement");
    public static readonly Refusal WithdrawalWithoutReasons = new("commitment.withdrawal-without-reasons", "reasons");
    public static readonly Refusal WithdrawalDay = new("commitment.withdrawal-day", "on");
    public static readonly Refusal NotAllVerified = new("commitment.not-all-verified");
    public static readonly Refusal AlreadyVerified = new("commitment.already-verified");
    public static readonly Refusal AlreadyWithdrawn = new("commitment.already-withdrawn");
}
