using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>What was measured of a commitment's indicator on a day. Results are not progress: no percentage is made of it. Never changed: withdrawn, and followed by another.</summary>
public sealed class IndicatorValue
{
    /// <summary>As many digits as the database keeps.</summary>
    public const decimal Most = 1_000_000_000_000m;

    public const int LongestSource = 300;
    public const int LongestNote = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CommitmentId { get; init; }
    public required decimal Value { get; init; }
    public required DateOnly MeasuredOn { get; init; }

    /// <summary>Who measured it and where it is written.</summary>
    public required string Source { get; init; }

    public string? Url { get; init; }

    /// <summary>Of its file; null where it has none.</summary>
    public string? Sha256 { get; init; }

    public string? FileName { get; init; }
    public long? Bytes { get; init; }
    public string? Note { get; init; }
    public required Sector Sector { get; init; }
    public required string Office { get; init; }
    public required DateOnly RecordedOn { get; init; }

    /// <summary>Never public. Whoever recorded it answers for no seat on it; null: nobody signed in.</summary>
    public Guid? ReportedBy { get; init; }

    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawalReason { get; private set; }
    public bool IsDemonstration { get; init; }
    public IReadOnlyList<ValueAnswer> Answers { get; init; } = new List<ValueAnswer>();

    public Refusal? Check() => this switch
    {
        _ when Math.Abs(Value) > Most => IndicatorRefusals.ValueTooBig,
        _ when MeasuredOn > RecordedOn => IndicatorRefusals.MeasuredInFuture,
        _ when string.IsNullOrWhiteSpace(Source) => IndicatorRefusals.WithoutSource,
        _ when Url is not null && !EvidenceItem.IsWebAddress(Url) => IndicatorRefusals.AddressMalformed,
        _ => TextRules.CheckLength(("source", Source, LongestSource), ("note", Note, LongestNote), ("url", Url, EvidenceItem.LongestUrl)),
    };

    public Refusal? Withdraw(string? reason, DateOnly on)
    {
        if (reason.Tidy() is not { } said)
        {
            return IndicatorRefusals.WithdrawalWithoutReason;
        }

        if (WithdrawnOn is not null)
        {
            return IndicatorRefusals.AlreadyWithdrawn;
        }

        if (said.Length > LongestNote)
        {
            return TextRules.TooLong("reason", LongestNote);
        }

        (WithdrawnOn, WithdrawalReason) = (on, said);
        return null;
    }
}

public static class IndicatorRefusals
{
    public static readonly Refusal NoIndicator = new("indicator.none");
    public static readonly Refusal ValueTooBig = new("indicator.value-too-big", "value");
    public static readonly Refusal WithoutValue = new("indicator.without-value", "value");
    public static readonly Refusal WithoutDay = new("indicator.without-day", "measuredOn");
    public static readonly Refusal MeasuredInFuture = new("indicator.measured-in-future", "measuredOn");
    public static readonly Refusal DayTaken = new("indicator.day-taken", "measuredOn");
    public static readonly Refusal WithoutSource = new("indicator.without-source", "source");
    public static readonly Refusal AddressMalformed = new("indicator.address-malformed", "url");
    public static readonly Refusal WithdrawalWithoutReason = new("indicator.withdrawal-without-reason", "reason");
    public static readonly Refusal AlreadyWithdrawn = new("indicator.already-withdrawn");
    public static readonly Refusal DisputedWithoutReasons = new("indicator.disputed-without-reasons", "reasons");
    public static readonly Refusal OwnValue = new("indicator.own-value");
}
