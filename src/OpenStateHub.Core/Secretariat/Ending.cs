namespace OpenStateHub.Core.Secretariat;

/// <summary>From the first day to the last, either of which may be unknown or open.</summary>
public readonly record struct Days(DateOnly? FromOn, DateOnly? UntilOn)
{
    public bool Includes(DateOnly day) => (FromOn is null || FromOn <= day) && (UntilOn is null || day <= UntilOn);

    public bool Overlap(Days other) => !(other.UntilOn < FromOn) && !(UntilOn < other.FromOn);
}

/// <summary>How whatever belongs to a secretariat ends: with its last day and a reason, both public.</summary>
internal static class Ending
{
    public const int MaxReasonLength = 1000;

    /// <param name="days">For how long it was meant to last.</param>
    /// <param name="on">The last day.</param>
    public static Refusal? Check(Days days, DateOnly? on, string? reason, DateOnly today) => on switch
    {
        _ when days.UntilOn < today => EndingRefusals.AlreadyEnded,
        null => EndingRefusals.LastDayMissing,
        _ when on > today => EndingRefusals.InFuture,
        _ when on < days.FromOn => EndingRefusals.BeforeItBegan,
        _ when string.IsNullOrWhiteSpace(reason) => EndingRefusals.WithoutReason,
        _ when reason.Trim().Length > MaxReasonLength => EndingRefusals.ReasonTooLong,
        _ => null,
    };
}

public static class EndingRefusals
{
    public static readonly Refusal AlreadyEnded = new("ending.already-ended", "untilOn");
    public static readonly Refusal LastDayMissing = new("ending.last-day-missing", "untilOn");
    public static readonly Refusal InFuture = new("ending.in-future", "untilOn");
    public static readonly Refusal BeforeItBegan = new("ending.before-it-began", "untilOn");
    public static readonly Refusal WithoutReason = new("ending.without-reason", "reason");
    public static readonly Refusal ReasonTooLong = new("ending.reason-too-long", "reason", "1,000");
    public static readonly Refusal SectorHoldsNoSeat = new("ending.sector-holds-no-seat");
}
