namespace OpenStateHub.Core.Tracking;

/// <summary>What shows that something was done. Never erased: a withdrawn item stays, with its day and reason.</summary>
public sealed class EvidenceItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ActivityId { get; init; }
    public Guid ReportId { get; private set; }
    public required string Title { get; init; }
    public required string Url { get; init; }

    /// <summary>The day that the evidence itself bears; null where it bears none.</summary>
    public DateOnly? DatedOn { get; init; }

    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawalReason { get; private set; }

    public Refusal? Check(DateOnly today) => this switch
    {
        _ when string.IsNullOrWhiteSpace(Title) => TrackingRefusals.EvidenceWithoutTitle,
        _ when !IsWebAddress(Url) => TrackingRefusals.EvidenceWithoutAddress,
        _ when DatedOn > today => TrackingRefusals.EvidenceInFuture,
        _ => null,
    };

    /// <param name="others">How many other items its activity has that are not withdrawn.</param>
    /// <param name="isNeeded">Whether its activity stands as complete or verified, which rests on evidence.</param>
    public Refusal? Withdraw(string? reason, int others, bool isNeeded, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return TrackingRefusals.WithdrawalWithoutReason;
        }

        if (WithdrawnOn is not null)
        {
            return TrackingRefusals.EvidenceAlreadyWithdrawn;
        }

        if (isNeeded && others == 0)
        {
            return TrackingRefusals.LastEvidence;
        }

        (WithdrawnOn, WithdrawalReason) = (on, reason.Trim());
        return null;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
