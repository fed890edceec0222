namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>Whether a seat stands by a measured value. Shown as counts by sector; nothing else follows from it.</summary>
public sealed class ValueAnswer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ValueId { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>Confirmed, or refused: disputed.</summary>
    public ConfirmationOutcome Outcome { get; private set; }

    /// <summary>Compulsory where it is disputed.</summary>
    public string? Reasons { get; private set; }

    public DateOnly AnsweredOn { get; private set; }

    /// <returns>False where it says that already.</returns>
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
