namespace OpenStateHub.Core.ActionPlans;

public static class ActivityRefusals
{
    public static readonly Refusal WithoutDescription = new("activity.without-description", "description");
    public static readonly Refusal DueBeforeItStarts = new("activity.due-before-it-starts", "dueOn");
    public static readonly Refusal AlreadyAdded = new("activity.already-added");
    public static readonly Refusal Removed = new("activity.removed");
    public static readonly Refusal NotReportable = new("activity.not-reportable", "status");
    public static readonly Refusal PercentOutOfRange = new("activity.percent-out-of-range", "percent");
    public static readonly Refusal PercentOfComplete = new("activity.percent-of-complete", "percent");
    public static readonly Refusal CompleteWithoutEvidence = new("activity.complete-without-evidence", "evidence");
    public static readonly Refusal CompleteWithoutDay = new("activity.complete-without-day", "doneOn");
    public static readonly Refusal DoneInFuture = new("activity.done-in-future", "doneOn");
    public static readonly Refusal DoneOnlyWhenComplete = new("activity.done-only-when-complete", "doneOn");
    public static readonly Refusal StepBackWithoutReason = new("activity.step-back-without-reason", "reason");
    public static readonly Refusal AlreadyComplete = new("activity.already-complete");
    public static readonly Refusal AlreadyVerified = new("activity.already-verified");
    public static readonly Refusal AlreadyEnded = new("activity.already-ended");
    public static readonly Refusal NotComplete = new("activity.not-complete");
    public static readonly Refusal WithoutCounterpart = new("activity.without-counterpart");
    public static readonly Refusal RefusedWithoutReasons = new("activity.refused-without-reasons", "reasons");
    public static readonly Refusal DayInFuture = new("activity.day-in-future", "on");
    public static readonly Refusal DayBeforeLastChange = new("activity.day-before-last-change", "on");
    public static readonly Refusal NotAnEnd = new("activity.not-an-end", "outcome");
    public static readonly Refusal EndWithoutAgreement = new("activity.end-without-agreement", "agreement");
    public static readonly Refusal EndWithoutReasons = new("activity.end-without-reasons", "reasons");
}
