using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Observatory;

/// <summary>The country's figures on a day: the computed ones of the registry, and those that sources published.</summary>
public sealed class FindMetrics(HubDbContext db)
{
    public sealed record Result(DateOnly AsOf, IReadOnlyList<NationalFigure> Computed, IReadOnlyList<PublishedFigure> Published);

    public async Task<Result> ExecuteAsync(DateOnly asOf, CancellationToken ct)
    {
        var published = await db.PublishedFigures
            .FromSql($"select distinct on (code) * from published_figures where as_of <= {asOf} order by code, as_of desc")
            .AsNoTracking()
            .ToListAsync(ct);
        return new Result(asOf, await ComputedAsync(asOf, ct), published);
    }

    /// <summary>Every figure of the registry, in its order.</summary>
    public async Task<IReadOnlyList<NationalFigure>> ComputedAsync(DateOnly asOf, CancellationToken ct)
    {
        var totals = await db.MetricTotals
            .FromSql($"select distinct on (code) * from metric_totals where as_of <= {asOf} order by code, as_of desc")
            .AsNoTracking()
            .ToDictionaryAsync(total => total.Code, ct);
        return [.. MetricRegistry.All.Select(metric => NationalFigure.From(metric, totals.GetValueOrDefault(metric.Code)))];
    }

    /// <summary>Whether a plan of invented data is under way on a day.</summary>
    public Task<bool> HasInventedPlanAsync(DateOnly day, CancellationToken ct) =>
        db.PublishedTenants.AnyAsync(place => place.Demonstration && place.PlanStartsOn <= day, ct);

    /// <summary>Every figure that a source published, the earliest first, each with the computed one of the same day.</summary>
    public async Task<IReadOnlyList<ComparedFigure>> ComparedAsync(CancellationToken ct)
    {
        string[] codes = [.. Comparable.Select(metric => metric.Code)];
        string[] names = [.. Comparable.Select(metric => metric.PublishedAs!)];
        var rows = await db.Database
            .SqlQuery<ComparedRow>(
                $"""
                 select known.code, published.as_of as "AsOf", published.value as published, published.source,
                        published.note_es as "NoteEs", published.note_en as "NoteEn", computed.value as computed
                 from unnest({codes}, {names}) as known (code, name)
                 join published_figures published on published.code = known.name
                 left join lateral (
                     select value from metric_totals total
                     where total.code = known.code and total.as_of <= published.as_of order by total.as_of desc limit 1) computed on true
                 """)
            .ToListAsync(ct);
        return [.. from row in rows
                   orderby row.AsOf, Array.IndexOf(codes, row.Code)
                   select new ComparedFigure(
                       MetricRegistry.Find(row.Code), row.AsOf, row.Published, row.Computed, row.Source, row.NoteEs, row.NoteEn)];
    }

    private static IEnumerable<Metric> Comparable => MetricRegistry.All.Where(metric => metric.PublishedAs is not null);

    private sealed record ComparedRow(
        string Code, DateOnly AsOf, decimal Published, string Source, string? NoteEs, string? NoteEn, decimal? Computed);
}

/// <summary>What a source published for a day, and what the records give for the same day. The notes explain the difference.</summary>
public sealed record ComparedFigure(
    Metric Metric, DateOnly AsOf, decimal Published, decimal? Computed, string Source, string? NoteEs, string? NoteEn);

/// <summary>A figure of the country with its coverage.</summary>
/// <param name="Value">Null: nobody has reported it, which is not zero.</param>
/// <param name="Reporting">How many of the members of a programme have it.</param>
public sealed record NationalFigure(Metric Metric, decimal? Value, int Reporting, int Total, DateOnly? Since)
{
    public static NationalFigure From(Metric metric, MetricTotal? total) =>
        new(metric, total?.Value, total?.Reporting ?? 0, total?.Total ?? 0, total?.AsOf);
}
