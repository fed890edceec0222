namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>The vote of one seat, public with its reason, and changeable until the decision closes.</summary>
public sealed class Ballot
{
    public const int LongestReason = 2000;

    public required Guid DecisionId { get; init; }
    public required Guid SeatId { get; init; }
    public VoteChoice Choice { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset CastAt { get; private set; }

    /// <returns>False where it says that already: a form sent twice votes once.</returns>
    public bool Say(VoteChoice choice, string? reason, DateTimeOffset at)
    {
        if (CastAt != default && (Choice, Reason) == (choice, reason))
        {
            return false;
        }

        (Choice, Reason, CastAt) = (choice, reason, at);
        return true;
    }
}

/// <summary>A seat that was there when a decision closed.</summary>
public sealed class CountedSeat
{
    public required Guid DecisionId { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>Null: it was there and did not vote.</summary>
    public required VoteChoice? Choice { get; init; }
}
