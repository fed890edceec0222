namespace OpenStateHub.Core.Tracking;

/// <summary>What happens to an activity in public, as the ledger says it.</summary>
public static class TrackingActs
{
    public const string Reported = "activity.reported";
    public const string SeatAnswered = "activity.seat-answered";
    public const string SeatAnswerChanged = "activity.seat-answer-changed";
    public const string Confirmed = "activity.confirmed";
    public const string Refused = "activity.refused";
    public const string Ended = "activity.ended";
    public const string CommitmentVerified = "commitment.verified";
    public const string EvidenceWithdrawn = "evidence.withdrawn";
}
