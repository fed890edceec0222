namespace OpenStateHub.Core.Tracking;

public static class TrackingRefusals
{
    public static readonly Refusal ReportWithoutSummary = new("report.without-summary", "summary");
    public static readonly Refusal ReportWithoutOffice = new("report.without-office", "office");
    public static readonly Refusal NotOwner = new("report.not-owner");
    public static readonly Refusal NothingToOwn = new("owner.nothing-to-own");
    public static readonly Refusal LateWithoutObstacle = new("report.late-without-obstacle", "obstacleCause");
    public static readonly Refusal CompleteWithObstacle = new("report.complete-with-obstacle", "obstacleCause");
    public static readonly Refusal ObstacleWithoutCause = new("obstacle.without-cause", "obstacleCause");
    public static readonly Refusal ObstacleWithoutText = new("obstacle.without-text", "obstacleText");
    public static readonly Refusal ObstacleWithoutMeasure = new("obstacle.without-measure", "obstacleMeasure");
    public static readonly Refusal EvidenceWithoutTitle = new("evidence.without-title", "evidence");
    public static readonly Refusal EvidenceWithoutAddress = new("evidence.without-address", "evidence");
    public static readonly Refusal PersonalDataNotAnswered = new("evidence.personal-data-not-answered", "personalData");
    public static readonly Refusal EvidenceWithPersonalData = new("evidence.with-personal-data", "personalData");
    public static readonly Refusal EvidenceFileGone = new("evidence.file-gone", "files");
    public static readonly Refusal EvidenceInFuture = new("evidence.in-future", "evidence");
    public static readonly Refusal EvidenceAlreadyWithdrawn = new("evidence.already-withdrawn");
    public static readonly Refusal WithdrawalWithoutReason = new("evidence.withdrawal-without-reason", "reason");
    public static readonly Refusal LastEvidence = new("evidence.last-of-a-complete-activity");
    public static readonly Refusal NothingToAnswer = new("confirmation.nothing-chosen", "reports");
    public static readonly Refusal AnswerWithoutOutcome = new("confirmation.without-outcome", "outcome");
    public static readonly Refusal ReportFollowed = new("confirmation.report-followed");
    public static readonly Refusal OwnReport = new("confirmation.own-report");
    public static readonly Refusal NoSeat = new("confirmation.no-seat", "organization");
    public static readonly Refusal NoSectorQuorum = new("confirmation.no-sector-quorum");
    public static readonly Refusal SectorAnswered = new("confirmation.sector-answered", "sector");
}
