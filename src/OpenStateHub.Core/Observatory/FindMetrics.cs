using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Observatory;

/// <summary>The country's figures on a day: the computed ones of the registry, and those that sources published.</summary>
public sealed class FindMetrics(HubDbContext db)
{
    public sealed record Result(DateOnly AsOf, IReadOnlyList<NationalFigure> Computed, IReadOnlyList<PublishedFigure> Published);

    public async Task<Result> ExecuteAsync(DateOnly asOf, CancellationToken ct)
    {
        var totals = await db.MetricTotals
            .FromSql($"select distinct on (code) * from metric_totals where as_of <= {asOf} order by code, as_of desc")
            .AsNoTracking()
            .ToDictionaryAsync(total => total.Code, ct);
        var published = await db.PublishedFigures
            .FromSql($"select distinct on (code) * from published_figures where as_of <= {asOf} order by code, as_of desc")
            .AsNoTracking()
            .ToListAsync(ct);
        return new Result(asOf, [.. MetricRegistry.All.Select(metric => NationalFigure.From(metric, totals.GetValueOrDefault(metric.Code)))], published);
    }
}

/// <summary>A figure of the country with its coverage.</summary>
/// <param name="Value">Null: nobody has reported it, which is not zero.</param>
/// <param name="Reporting">How many of the members of a programme have it.</param>
public sealed record NationalFigure(Metric Metric, decimal? Value, int Reporting, int Total, DateOnly? Since)
{
    public static NationalFigure From(Metric metric, MetricTotal? total) =>
        new(metric, total?.Value, total?.Reporting ?? 0, total?.Total ?? 0, total?.AsOf);
}
