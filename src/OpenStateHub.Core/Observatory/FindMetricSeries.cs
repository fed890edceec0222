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
        await db.Database.OpenConnectionAsync(ct);
        var total = await db.Tenants.CountAsync(
            t => (t.Kind == TenantKind.State || t.Kind == TenantKind.Municipality)
                && (t.Status == TenantStatus.Active || t.Status == TenantStatus.Suspended || t.Status == TenantStatus.Archived
                    || db.ProgrammeMemberships.Any(m => m.TenantId == t.Id && m.FromOn <= asOf && (m.UntilOn == null || asOf <= m.UntilOn))),
            ct);

        // The page first, then one index look-up a place: as EF writes it, every snapshot of the country is numbered for fifty of them.
        var rows = await db.Database
            .SqlQuery<PlaceFigure>(
                $"""
                 select page.slug, page.name, latest.value, case when latest.value is not null then latest.as_of end as "AsOf"
                 from (select t.id, t.slug, t.name from tenants t
                       where t.kind in ('State', 'Municipality')
                         and (t.status in ('Active', 'Suspended', 'Archived') or exists (
                             select from programme_memberships m
                             where m.tenant_id = t.id and m.from_on <= {asOf} and (m.until_on is null or {asOf} <= m.until_on)))
                       order by t.slug offset {skip} limit {take}) page
                 left join lateral (
                     select s.value, s.as_of from metric_snapshots s
                     where s.tenant_id = page.id and s.code = {metric.Code} and s.as_of <= {asOf} order by s.as_of desc limit 1) latest on true
                 order by page.slug
                 """)
            .ToListAsync(ct);
        return (rows, total);
    }
}
