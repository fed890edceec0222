using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Observatory;

/// <summary>The national page: where open government stood on a day. Five commands however many places there are.</summary>
public sealed class FindCountry(HubDbContext db, FindMetrics metrics, ListPlaces places)
{
    private const int ChangesShown = 6;

    /// <param name="Changes">The last ones up to the day, the latest first.</param>
    /// <param name="Next">The first change after the day, or null.</param>
    public sealed record Result(
        IReadOnlyList<NationalFigure> Figures,
        IReadOnlyList<ComparedFigure> Compared,
        IReadOnlyList<PlacesAtStage> Places,
        IReadOnlyList<PlaceChange> Changes,
        DateOnly? Next,
        IReadOnlyList<SourceDisagreement> Disagreements)
    {
        /// <summary>How many places had come at least that far.</summary>
        public int Reached(Stage stage) => Places.Where(p => p.Stage >= stage).Sum(p => p.Count);
    }

    /// <param name="until">The last day that may be shown: today.</param>
    public async Task<Result> ExecuteAsync(DateOnly day, DateOnly until, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var changes = await ChangesAsync(day, until, ct);
        return new Result(
            await metrics.ComputedAsync(day, ct),
            await metrics.ComparedAsync(ct),
            await places.ByStageAsync(day, ct),
            [.. changes.Where(change => change.On <= day)],
            changes.Where(change => change.On > day).Select(change => (DateOnly?)change.On).Min(),
            await db.SourceDisagreements.OrderBy(d => d.Position).AsNoTracking().ToListAsync(ct));
    }

    private async Task<List<PlaceChange>> ChangesAsync(DateOnly day, DateOnly until, CancellationToken ct) =>
        (await db.Database
            .SqlQuery<ChangeRow>(
                $"""
                 with steps as materialized (
                     select published.tenant_id, step.* from published_tenants published
                     cross join lateral (values
                         ('Declared', published.declared_on, published.declared_is_bound),
                         ('SecretariatInstalled', published.installed_on, published.installed_is_bound),
                         ('PlanPublished', published.plan_published_on, false),
                         ('Implementing', published.implementing_on, false),
                         ('Evaluated', published.evaluated_on, false)) as step (stage, happened_on, is_bound)
                     where step.happened_on is not null
                 ), around as (
                     (select * from steps where happened_on <= {day} order by happened_on desc, stage, tenant_id limit {ChangesShown})
                     union all
                     (select * from steps where happened_on > {day} and happened_on <= {until} order by happened_on limit 1)
                 )
                 select place.slug, place.name, around.stage, around.happened_on as "On", around.is_bound as "IsBound"
                 from around join tenants place on place.id = around.tenant_id
                 where place.kind <> 'National'
                 order by around.happened_on desc, place.slug
                 """)
            .ToListAsync(ct))
        .ConvertAll(row => new PlaceChange(row.Slug, row.Name, Enum.Parse<Stage>(row.Stage), row.On, row.IsBound));

    private sealed record ChangeRow(string Slug, string Name, string Stage, DateOnly On, bool IsBound);
}

/// <summary>A place reached a stage.</summary>
/// <param name="IsBound">The sources give only the day by which it is known.</param>
public sealed record PlaceChange(string Slug, string Name, Stage Stage, DateOnly On, bool IsBound);
