using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>One figure of the country over time, and place by place on a day.</summary>
public sealed class FindMetricSeries(HubDbContext db)
{
    /// <returns>A point for each day on which the figure or its coverage changed, up to a day.</returns>
    public async Task<IReadOnlyList<MetricTotal>> ExecuteAsync(Metric metric, DateOnly upTo, CancellationToken ct) =>
        await db.MetricTotals
            .Where(total => total.Code == metric.Code && total.AsOf <= upTo)
            .OrderBy(total => total.AsOf)
            .AsNoTracking()
            .ToListAsync(ct);

    public sealed record PlaceFigure
    {
        public required string Slug { get; init; }
        public required string Name { get; init; }

        /// <summary>Null: the place has not reported it.</summary>
        public decimal? Value { get; init; }

        public DateOnly? AsOf { get; init; }
    }

    /// <summary>The served states and municipalities and the members of a programme, each with its figure or none.</summary>
    public async Task<(IReadOnlyList<PlaceFigure> Rows, int Total)> PlacesAsync(Metric metric, DateOnly asOf, int skip, int take, CancellationToken ct)
    {
        var places = db.Tenants.Where(t =>
            (t.Kind == TenantKind.State || t.Kind == TenantKind.Municipality)
            && (t.Status == TenantStatus.Active || t.Status == TenantStatus.Suspended
                || db.ProgrammeMemberships.Any(m => m.TenantId == t.Id && m.FromOn <= asOf && (m.UntilOn == null || asOf <= m.UntilOn))));
        var rows = await places
            .OrderBy(t => t.Slug)
            .Skip(skip)
            .Take(take)
            .Select(t => new
            {
                t.Slug,
                t.Name,
                Latest = db.MetricSnapshots
                    .Where(s => s.TenantId == t.Id && s.Code == metric.Code && s.AsOf <= asOf)
                    .OrderByDescending(s => s.AsOf)
                    .Select(s => new { s.Value, s.AsOf })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return (
            rows.ConvertAll(row => new PlaceFigure { Slug = row.Slug, Name = row.Name, Value = row.Latest?.Value, AsOf = row.Latest?.AsOf }),
            await places.CountAsync(ct));
    }
}
