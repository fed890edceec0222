namespace OpenStateHub.Core.Tracking.Answers;

/// <summary>
/// How far the seats of a sector have answered a reported completion. The majority of those who answer is the sector's answer: as soon as no seat
/// that is still awaited can change it, or else when the answer term has ended. A tie is no answer, and silence is none.
/// </summary>
/// <param name="Awaited">Seats that may still answer: held, and with somebody who can sign in for them and did not make the report.</param>
public sealed record SectorTally(int Confirmed, int Refused, int Awaited)
{
    public bool IsTie => Confirmed == Refused && Confirmed > 0;

    public ConfirmationOutcome? Settled(bool isTermOver)
    {
        var lead = Confirmed - Refused;

        return lead == 0 || (Math.Abs(lead) <= Awaited && !isTermOver) ? null
            : lead > 0 ? ConfirmationOutcome.Confirmed
            : ConfirmationOutcome.Refused;
    }
}
