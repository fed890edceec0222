using System.Globalization;
using System.Text;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>
/// A figure over time as a line of steps: it stands until the day on which it changed. Where it is missing the line is broken.
/// Drawn on a field of 1,000 by 100 that the page stretches to its width.
/// </summary>
/// <param name="Caption">What the line shows, one sentence.</param>
/// <param name="Description">Where it begins and where it ends, in words.</param>
/// <param name="Marked">The day that the page looks back to.</param>
/// <param name="Label">How a value on the scale reads.</param>
public sealed record StepLine(
    string Caption, string Description, IReadOnlyList<StepLine.Point> Points, DateOnly Until, DateOnly Marked, Func<decimal, string> Label)
{
    private const decimal Width = 1000;
    private const decimal Height = 100;
    private static readonly decimal[] Leading = [1, 2, 3, 4, 5, 6, 8, 10];

    public readonly record struct Point(DateOnly On, decimal? Value);

    public DateOnly From => Points[0].On;

    /// <summary>The top of the scale: a round number at or above the highest value.</summary>
    public decimal Top
    {
        get
        {
            var highest = Points.Max(p => p.Value) ?? 0;
            var unit = 1m;

            while (unit * 10 < highest)
            {
                unit *= 10;
            }

            return Leading.Select(lead => lead * unit).First(top => top >= highest);
        }
    }

    public string MarkedAt => Text(Across(Marked));

    public string Path
    {
        get
        {
            var path = new StringBuilder();
            var isDrawing = false;

            for (var i = 0; i < Points.Count; i++)
            {
                var end = i + 1 < Points.Count ? Points[i + 1].On : Until;

                if (Points[i].Value is { } value)
                {
                    path.Append(CultureInfo.InvariantCulture, $"{(isDrawing ? "L" : "M")}{Text(Across(Points[i].On))} {Text(Up(value))}H{Text(Across(end))}");
                }

                isDrawing = Points[i].Value is not null;
            }

            return path.ToString();
        }
    }

    private decimal Across(DateOnly day) =>
        Until == From ? 0 : Math.Clamp((decimal)(day.DayNumber - From.DayNumber) / (Until.DayNumber - From.DayNumber), 0, 1) * Width;

    private decimal Up(decimal value) => Height - (value / Top * Height);

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
