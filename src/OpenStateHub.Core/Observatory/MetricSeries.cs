namespace OpenStateHub.Core.Observatory;

/// <summary>A place's figures over time: a point only where a figure changed.</summary>
public static class MetricSeries
{
    /// <param name="Figure">Null: from this day on the place has none.</param>
    public readonly record struct Point(string Code, DateOnly AsOf, Figure? Figure);

    public static List<Point> Of(PlaceFacts place, DateOnly today)
    {
        var days = place.Days.Where(day => day <= today).Distinct().Order().ToList();
        var points = new List<Point>();

        foreach (var metric in MetricRegistry.All)
        {
            Figure? before = null;

            foreach (var day in days)
            {
                var now = metric.Of(place, day);

                if (now != before)
                {
                    points.Add(new Point(metric.Code, day, now));
                    before = now;
                }
            }
        }

        return points;
    }
}
