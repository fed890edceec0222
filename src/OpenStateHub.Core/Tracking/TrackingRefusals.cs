namespace OpenStateHub.Core.Tracking;

public static class TrackingRefusals
{
    public static readonly Refusal ReportWithoutSummary = new("report.without-summary", "summary");
    public static readonly Refusal ReportWithoutOffice = new("report.without-office", "office");
    public static readonly Refusal EvidenceWithoutTitle = new("evidence.without-title", "evidence");
    public static readonly Refusal EvidenceWithoutAddress = new("evidence.without-address", "evidence");
    public static readonly Refusal EvidenceInFuture = new("evidence.in-future", "evidence");
    public static readonly Refusal EvidenceAlreadyWithdrawn = new("evidence.already-withdrawn");
    public static readonly Refusal WithdrawalWithoutReason = new("evidence.withdrawal-without-reason", "reason");
    public static readonly Refusal LastEvidence = new("evidence.last-of-a-complete-activity");
    public static readonly Refusal NoSeat = new("confirmation.no-seat", "organization");
    public static readonly Refusal NoSectorQuorum = new("confirmation.no-sector-quorum");
    public static readonly Refusal SectorAnswered = new("confirmation.sector-answered", "sector");
}
