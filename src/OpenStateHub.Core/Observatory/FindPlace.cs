using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>What the country knows of one place, from what the place published and from the catalogue. Never a draft.</summary>
public sealed class FindPlace(HubDbContext db)
{
    /// <param name="Published">Null: the place has published nothing.</param>
    /// <param name="Figures">In the registry's order; only those that the place has.</param>
    /// <param name="Commitments">Of all published plans, the latest plan's first.</param>
    /// <param name="Readiness">What the place made public of it, the latest; null: nothing.</param>
    /// <param name="LastActOn">The last day on which it did something in public.</param>
    /// <param name="Municipalities">Places below it, and how many of them are served.</param>
    public sealed record Result(
        Tenant Place,
        Tenant? Parent,
        PublishedTenant? Published,
        IReadOnlyList<PlaceFigure> Figures,
        IReadOnlyList<PublishedCommitment> Commitments,
        IReadOnlyList<Membership> Programmes,
        PublishedReadiness? Readiness,
        (int Total, int Served) Municipalities,
        DateOnly? LastActOn)
    {
        public Stage StageOn(DateOnly day) => Stages.Of(Place, Published, day);

        /// <summary>It is on the way, and did nothing in public for six months.</summary>
        public bool IsInactiveOn(DateOnly day) =>
            StageOn(day) > Stage.Invited && SinceOn(day) <= Stages.HalfAYearBefore(day) && (LastActOn is null || LastActOn <= Stages.HalfAYearBefore(day));

        /// <summary>When it came to the stage of that day; null where it is merely listed, or nobody recorded the day.</summary>
        public DateOnly? SinceOn(DateOnly day) => Stages.SinceOf(Place, Published, StageOn(day));
    }

    public sealed record PlaceFigure(Metric Metric, decimal Value, DateOnly Since);

    public sealed record Membership(string TitleEs, string TitleEn, DateOnly FromOn, bool FromIsBound, DateOnly? UntilOn, string Source);

    /// <returns>Null where the catalogue has no such place; the national tenant is none.</returns>
    public async Task<Result?> ExecuteAsync(string slug, DateOnly today, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var found = await (
                from place in db.Tenants.AsNoTracking()
                where place.Slug == slug && place.Kind != TenantKind.National
                join above in db.Tenants.AsNoTracking() on place.ParentId equals above.Id into parents
                from above in parents.DefaultIfEmpty()
                join row in db.PublishedTenants on place.Id equals row.TenantId into rows
                from row in rows.DefaultIfEmpty()
                select new
                {
                    Place = place,
                    Parent = above,
                    Published = row,
                    Below = db.Tenants.Count(t => t.ParentId == place.Id && t.Kind == TenantKind.Municipality),
                    LastActOn = db.ActDays.Where(act => act.TenantId == place.Id && act.Day <= today).Max(act => (DateOnly?)act.Day),
                    BelowServed = db.Tenants.Count(t => t.ParentId == place.Id && t.Kind == TenantKind.Municipality
                        && (t.Status == TenantStatus.Active || t.Status == TenantStatus.Suspended || t.Status == TenantStatus.Archived)),
                })
            .SingleOrDefaultAsync(ct);

        if (found is null)
        {
            return null;
        }

        var id = found.Place.Id;
        return new Result(
            found.Place,
            found.Parent,
            found.Published,
            await FiguresAsync(id, today, ct),
            await CommitmentsAsync(id, found.Published?.PlanSlug, ct),
            await ProgrammesAsync(id, ct),
            await db.PublishedReadiness.Where(row => row.TenantId == id).OrderByDescending(row => row.AnsweredOn).ThenByDescending(row => row.Id).FirstOrDefaultAsync(ct),
            (found.Below, found.BelowServed),
            found.LastActOn);
    }

    private async Task<List<PlaceFigure>> FiguresAsync(TenantId id, DateOnly today, CancellationToken ct)
    {
        var latest = await db.MetricSnapshots
            .FromSql($"select distinct on (code) * from metric_snapshots where tenant_id = {id.Value} and as_of <= {today} order by code, as_of desc")
            .ToDictionaryAsync(s => s.Code, ct);
        return [.. from metric in MetricRegistry.All
                   let row = latest.GetValueOrDefault(metric.Code)
                   where row?.Value is not null && !metric.IsDetail
                   select new PlaceFigure(metric, row.Value!.Value, row.AsOf)];
    }

    private Task<List<PublishedCommitment>> CommitmentsAsync(TenantId id, string? latestPlan, CancellationToken ct) =>
        db.PublishedCommitments
            .Where(c => c.TenantId == id)
            .OrderByDescending(c => c.PlanSlug == latestPlan)
            .ThenByDescending(c => c.EndsOn)
            .ThenBy(c => c.PlanSlug)
            .ThenBy(c => c.Number)
            .ToListAsync(ct);

    private Task<List<Membership>> ProgrammesAsync(TenantId id, CancellationToken ct) => (
            from m in db.ProgrammeMemberships
            where m.TenantId == id
            join p in db.Programmes on m.Programme equals p.Code
            orderby m.FromOn, p.Code
            select new Membership(p.TitleEs, p.TitleEn, m.FromOn, m.FromIsBound, m.UntilOn, m.Source))
        .ToListAsync(ct);
}
