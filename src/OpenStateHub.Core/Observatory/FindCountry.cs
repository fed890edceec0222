using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>The national page: where open government stood on a day. Five commands however many places there are.</summary>
public sealed class FindCountry(HubDbContext db, FindMetrics metrics, ListPlaces places)
{
    private const int ChangesShown = 6, StuckShown = 6;

    /// <param name="Changes">The last ones up to the day, the latest first.</param>
    /// <param name="Stuck">Without a plan under way, at their stage for the longest.</param>
    /// <param name="Next">The first change after the day, or null.</param>
    public sealed record Result(
        IReadOnlyList<NationalFigure> Figures,
        IReadOnlyList<ComparedFigure> Compared,
        IReadOnlyList<PlacesAtStage> Places,
        IReadOnlyList<PlaceChange> Changes,
        IReadOnlyList<PlacesAtStage> Stuck,
        DateOnly? Next,
        IReadOnlyList<SourceDisagreement> Disagreements)
    {
        /// <summary>How many places had come at least that far.</summary>
        public int Reached(Stage stage) => Places.Where(p => p.Stage >= stage).Sum(p => p.Count);

        /// <summary>How many stood there, and had come no further.</summary>
        public int Standing(Stage stage) => Places.Where(p => p.Stage == stage).Sum(p => p.Count);

        public int Inactive => Places.Where(p => p.IsInactive).Sum(p => p.Count);
    }

    /// <param name="until">The last day that may be shown: today.</param>
    public async Task<Result> ExecuteAsync(DateOnly day, DateOnly until, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var (last, next) = await ChangesAsync(day, until, ct);
        var (standing, stuck) = await places.StandingAsync(day, StuckShown, ct);
        return new Result(
            await metrics.ComputedAsync(day, ct),
            await metrics.ComparedAsync(ct),
            standing,
            last,
            stuck,
            next,
            await db.SourceDisagreements.OrderBy(d => d.Position).AsNoTracking().ToListAsync(ct));
    }

    // Each step has an index of its own: the last few and the next of each are read, never every step of every place.
    private async Task<(IReadOnlyList<PlaceChange> Last, DateOnly? Next)> ChangesAsync(DateOnly day, DateOnly until, CancellationToken ct)
    {
        var rows = await db.Database
            .SqlQuery<ChangeRow>(
                $"""
                 with steps (tenant_id, stage, happened_on, is_bound) as (
                     (select tenant_id, 'Declared', declared_on, declared_is_bound from published_tenants
                      where declared_on <= {day} order by declared_on desc, tenant_id limit {ChangesShown})
                     union all
                     (select tenant_id, 'SecretariatInstalled', installed_on, installed_is_bound from published_tenants
                      where installed_on <= {day} order by installed_on desc, tenant_id limit {ChangesShown})
                     union all
                     (select tenant_id, 'CoCreating', co_creating_on, false from published_tenants
                      where co_creating_on <= {day} order by co_creating_on desc, tenant_id limit {ChangesShown})
                     union all
                     (select tenant_id, 'PlanPublished', plan_published_on, false from published_tenants
                      where plan_published_on <= {day} order by plan_published_on desc, tenant_id limit {ChangesShown})
                     union all
                     (select tenant_id, 'Implementing', implementing_on, false from published_tenants
                      where implementing_on <= {day} order by implementing_on desc, tenant_id limit {ChangesShown})
                     union all
                     (select tenant_id, 'Evaluated', evaluated_on, false from published_tenants
                      where evaluated_on <= {day} order by evaluated_on desc, tenant_id limit {ChangesShown})
                 ), last as (
                     select place.slug, place.name, steps.* from steps join tenants place on place.id = steps.tenant_id
                     where place.kind <> 'National' order by steps.happened_on desc, place.slug, steps.stage limit {ChangesShown}
                 ), next as (
                     select least(
                         (select min(declared_on) from published_tenants where declared_on > {day} and tenant_id <> {TenantId.National.Value}),
                         (select min(installed_on) from published_tenants where installed_on > {day} and tenant_id <> {TenantId.National.Value}),
                         (select min(co_creating_on) from published_tenants where co_creating_on > {day} and tenant_id <> {TenantId.National.Value}),
                         (select min(plan_published_on) from published_tenants where plan_published_on > {day} and tenant_id <> {TenantId.National.Value}),
                         (select min(implementing_on) from published_tenants where implementing_on > {day} and tenant_id <> {TenantId.National.Value}),
                         (select min(evaluated_on) from published_tenants where evaluated_on > {day} and tenant_id <> {TenantId.National.Value})) as happened_on
                 )
                 select next.happened_on as "Next", last.slug, last.name, last.stage, last.happened_on as "On", last.is_bound as "IsBound"
                 from next left join last on true order by last.happened_on desc, last.slug, last.stage
                 """)
            .ToListAsync(ct);
        return (
            [.. from row in rows
                where row.Slug is not null
                select new PlaceChange(row.Slug!, row.Name!, Enum.Parse<Stage>(row.Stage!), row.On!.Value, row.IsBound!.Value)],
            rows[0].Next <= until ? rows[0].Next : null);
    }

    private sealed record ChangeRow(DateOnly? Next, string? Slug, string? Name, string? Stage, DateOnly? On, bool? IsBound);
}

/// <summary>A place reached a stage.</summary>
/// <param name="IsBound">The sources give only the day by which it is known.</param>
public sealed record PlaceChange(string Slug, string Name, Stage Stage, DateOnly On, bool IsBound);
