namespace OpenStateHub.Core.Tracking.Answers;

/// <summary>What one seat says of a reported completion: public, and changeable until its sector's answer is settled.</summary>
public sealed class SeatAnswer
{
    public const int LongestReasons = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ReportId { get; init; }
    public required Guid SeatId { get; init; }
    public ConfirmationOutcome Outcome { get; private set; }

    /// <summary>Compulsory in a refusal.</summary>
    public string? Reasons { get; private set; }

    public DateOnly AnsweredOn { get; private set; }

    /// <returns>False where it says that already: a form sent twice answers once.</returns>
    public bool Say(ConfirmationOutcome outcome, string? reasons, DateOnly on)
    {
        if (AnsweredOn != default && (Outcome, Reasons) == (outcome, reasons))
        {
            return false;
        }

        (Outcome, Reasons, AnsweredOn) = (outcome, reasons, on);
        return true;
    }
}
