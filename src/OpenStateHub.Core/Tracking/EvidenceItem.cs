using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking;

/// <summary>What shows that something was done: a link, or a file of the place. Never erased: a withdrawn item stays, with its hash, day and reason.</summary>
public sealed class EvidenceItem
{
    public const int LongestTitle = 300;
    public const int LongestUrl = 2000;
    public const int LongestReason = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ActivityId { get; init; }
    public Guid ReportId { get; private set; }
    public required string Title { get; init; }

    /// <summary>Null where it is a file.</summary>
    public string? Url { get; init; }

    /// <summary>Of its file, in lower-case hexadecimal; null where it is a link.</summary>
    public string? Sha256 { get; init; }

    public string? FileName { get; init; }
    public long? Bytes { get; init; }

    /// <summary>Said by whoever gave it, before it became public; null: given before that was asked.</summary>
    public bool? WithoutPersonalData { get; init; }

    /// <summary>The day that the evidence itself bears; null where it bears none.</summary>
    public DateOnly? DatedOn { get; init; }

    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawalReason { get; private set; }

    public Refusal? Check(DateOnly today) => this switch
    {
        _ when string.IsNullOrWhiteSpace(Title) => TrackingRefusals.EvidenceWithoutTitle,
        { Sha256: null } when Url is null || !IsWebAddress(Url) => TrackingRefusals.EvidenceWithoutAddress,
        _ when DatedOn > today => TrackingRefusals.EvidenceInFuture,
        _ => TextRules.CheckLength(("evidence", Title, LongestTitle), ("evidence", Url, LongestUrl)),
    };

    /// <param name="others">How many other items its activity has that are not withdrawn.</param>
    /// <param name="isNeeded">Whether its activity stands as complete or verified, which rests on evidence.</param>
    public Refusal? Withdraw(string? reason, int others, bool isNeeded, DateOnly on)
    {
        if (reason.Tidy() is not { } said)
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

        if (said.Length > LongestReason)
        {
            return TextRules.TooLong("reason", LongestReason);
        }

        (WithdrawnOn, WithdrawalReason) = (on, said);
        return null;
    }

    internal static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
