namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>What is wrong in one place of a sheet. Its reason's detail is what was found there.</summary>
/// <param name="Row">As a spreadsheet counts: the headings are row 1.</param>
/// <param name="Column">The heading; null where the row as a whole is wrong.</param>
public sealed record SheetError(int Row, string? Column, Refusal Reason);

public static class SheetRefusals
{
    public static readonly Refusal Empty = new("sheet.empty");
    public static readonly Refusal WithoutRows = new("sheet.without-rows");
    public static readonly Refusal WrongSeparator = new("sheet.wrong-separator");
    public static readonly Refusal HeadingMissing = new("sheet.heading-missing");
    public static readonly Refusal HeadingUnknown = new("sheet.heading-unknown");
    public static readonly Refusal HeadingTwice = new("sheet.heading-twice");
    public static readonly Refusal RowBroken = new("sheet.row-broken");
    public static readonly Refusal Missing = new("sheet.missing");
    public static readonly Refusal TooLong = new("sheet.too-long");
    public static readonly Refusal Formula = new("sheet.formula");
    public static readonly Refusal Unreadable = new("sheet.unreadable");
    public static readonly Refusal NotADay = new("sheet.not-a-day");
    public static readonly Refusal NotANumber = new("sheet.not-a-number");
    public static readonly Refusal NotAPercent = new("sheet.not-a-percent");
    public static readonly Refusal NotYesOrNo = new("sheet.not-yes-or-no");
    public static readonly Refusal SectorUnknown = new("sheet.sector-unknown");
    public static readonly Refusal SdgUnknown = new("sheet.sdg-unknown");
    public static readonly Refusal PolicyAreaUnknown = new("sheet.policy-area-unknown");
    public static readonly Refusal LinkUnknown = new("sheet.link-unknown");
    public static readonly Refusal Differs = new("sheet.differs");
    public static readonly Refusal WeightsNotWhole = new("sheet.weights-not-whole");
    public static readonly Refusal WeightMissing = new("sheet.weight-missing");
    public static readonly Refusal IndicatorWithoutName = new("sheet.indicator-without-name");
}
