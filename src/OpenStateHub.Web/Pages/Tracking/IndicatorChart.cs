using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Indicators;
using OpenStateHub.Web.Pages.Shared;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>
/// What was measured of an indicator, drawn between its baseline and its target where those are numbers. On a field of 360 by 200, which a phone
/// shows at its own size.
/// </summary>
public sealed partial class IndicatorChart
{
    public const int Width = 360, Height = 200;
    private const decimal Left = 8, Right = 352, Top = 26, Bottom = 172;

    private readonly decimal low, high;
    private readonly DateOnly from, until;

    public IndicatorChart(CommitmentDetail commitment)
    {
        Indicator = commitment.Record.Text.Indicator!;
        Values = [.. commitment.Measured.Where(v => v.WithdrawnOn is null)];
        (Baseline, Target) = (NumberIn(Indicator.Baseline), NumberIn(Indicator.Target));

        decimal[] all = [.. Values.Select(v => v.Value), .. new[] { Baseline, Target }.OfType<decimal>()];
        (low, high) = all.Length == 0 ? (0, 1) : (all.Min(), all.Max());
        low = low > 0 && low < high / 2 ? 0 : low;
        high = high == low ? low + 1 : high;

        DateOnly[] days = [.. Values.Select(v => v.MeasuredOn), .. new[] { commitment.Row.StartsOn, commitment.Row.EndsOn }.OfType<DateOnly>()];
        (from, until) = days.Length == 0 ? (default, default) : (days.Min(), days.Max());
    }

    public Indicator Indicator { get; }

    /// <summary>Those that stand, the first one first.</summary>
    public IReadOnlyList<IndicatorValueRow> Values { get; }

    /// <summary>Null where it is no number.</summary>
    public decimal? Baseline { get; }

    public decimal? Target { get; }

    public DateOnly From => from;

    public DateOnly Until => until;

    public string Path => string.Join(' ', Values.Select((v, i) => $"{(i == 0 ? 'M' : 'L')}{Across(v.MeasuredOn)} {Up(v.Value)}"));

    public string Across(DateOnly day) =>
        Text(until == from ? (Left + Right) / 2 : Left + ((decimal)(day.DayNumber - from.DayNumber) / (until.DayNumber - from.DayNumber) * (Right - Left)));

    public string Up(decimal value) => Text(Bottom - ((value - low) / (high - low) * (Bottom - Top)));

    /// <summary>Where a line's word stands: above it, or below where it would leave the field.</summary>
    public string WordAt(decimal value) => Text(decimal.Parse(Up(value), CultureInfo.InvariantCulture) is var y && y - 6 < 12 ? y + 14 : y - 6);

    /// <summary>Below its line, where the first measurement does not cross it; above where it would leave the field.</summary>
    public string WordUnder(decimal value) => Text(decimal.Parse(Up(value), CultureInfo.InvariantCulture) is var y && y + 14 > Bottom ? y - 6 : y + 14);

    /// <summary>A number as people read it, without digits that say nothing.</summary>
    public static string Say(decimal value) => value.ToString("#,0.####", CultureInfo.CurrentCulture);

    /// <summary>Whether the number is written to the left of its point: near the right edge it would not fit.</summary>
    public string AnchorOf(DateOnly day) => decimal.Parse(Across(day), CultureInfo.InvariantCulture) > Right - 60 ? "end" : "start";

    public static IHtmlContent Word(string tone, string x, string y, string anchor, string text) =>
        Markup.Of($"""<text class="{tone}" x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>""");

    internal static decimal? NumberIn(string? text) =>
        text is not null && Number().Match(text) is { Success: true } found
        && decimal.TryParse(found.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    // The whole text is a number, perhaps with its unit: "38", "1,200", "38 %"; "de 3 a 5" is none.
    [GeneratedRegex(@"(?<=^\s*)-?\d[\d,]*(\.\d+)?(?=\s*\D{0,20}$)")]
    private static partial Regex Number();
}
