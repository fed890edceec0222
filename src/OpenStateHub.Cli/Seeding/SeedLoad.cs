using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Seeding;

/// <summary>
/// Fills the hub with active places that each have a plan in implementation, for measuring. A place is activated when its whole story stands;
/// an interrupted run goes on where it stopped.
/// </summary>
internal sealed class SeedLoad(IServiceProvider national, SeedLoad.Size size)
{
    private const int BetweenReports = 50;

    private readonly TenantScopes scopes = national.GetRequiredService<TenantScopes>();
    private readonly TimeProvider clock = national.GetRequiredService<TimeProvider>();
    private readonly HubDbContext db = national.GetRequiredService<HubDbContext>();

    public sealed record Size(int Tenants, int Commitments, int Activities);

    public async Task<string> RunAsync(IProgress<WorkProgress> progress, CancellationToken ct)
    {
        var before = await Loaded().CountAsync(place => place.Status == TenantStatus.Active, ct);

        if (before >= size.Tenants)
        {
            return $"{before} places with load data are there already: nothing was done.";
        }

        var places = await new LoadPlaces(db).ChooseAsync(size.Tenants - before, ct);
        await FillAsync(places, progress, ct);
        await FinishAsync(ct);
        return $"{places.Count} places loaded, {size.Tenants} in all.";
    }

    private IQueryable<Tenant> Loaded() =>
        db.Tenants.Where(place => db.PublishedTenants.Any(row => row.TenantId == place.Id && row.PlanSlug == LoadStory.PlanSlug));

    private async Task FillAsync(IReadOnlyList<Tenant> places, IProgress<WorkProgress> progress, CancellationToken ct)
    {
        var waiting = new ConcurrentQueue<(Tenant Place, int Seed)>(places.Select((place, at) => (place, at)));
        var done = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, Environment.ProcessorCount), ct, async (_, stop) =>
        {
            await using var writer = await LoadWriter.OpenAsync(national.GetRequiredService<NpgsqlDataSource>(), db.Model, stop);

            while (waiting.TryDequeue(out var next))
            {
                stop.ThrowIfCancellationRequested();
                await FillAsync(next.Place, next.Seed, writer, stop);
                var sum = Interlocked.Increment(ref done);

                if (sum % BetweenReports == 0 || sum == places.Count)
                {
                    progress.Report(new WorkProgress(sum, places.Count));
                }
            }
        });
    }

    private async Task FillAsync(Tenant place, int seed, LoadWriter writer, CancellationToken ct)
    {
        await scopes.RunAsync(place, async scope =>
        {
            var rows = scope.GetRequiredService<HubDbContext>();

            // An interrupted run may have left the story without its figures.
            if (!await rows.ActionPlans.AnyAsync(plan => plan.Slug == LoadStory.PlanSlug, ct))
            {
                new LoadStory(rows, place, place.Today(clock), seed).Tell(size.Commitments, size.Activities);
                await writer.WriteAsync(place.Id, rows, ct);
            }
        });
        await scopes.RunAsync(place, async scope =>
        {
            await scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(ct);

            // Lateness changes at midnight; until then there is nothing to compute again.
            await scope.GetRequiredService<HubDbContext>().Database.ExecuteSqlAsync(
                $"""
                 insert into work_due (tenant_id, kind, due_at) values ({place.Id.Value}, {WorkKind.Metrics.ToString()}, {place.NextMidnight(clock)})
                 on conflict do nothing
                 """,
                ct);
        });
    }

    private async Task FinishAsync(CancellationToken ct)
    {
        foreach (var place in await Loaded().AsTracking().Where(place => place.Status == TenantStatus.Listed).ToListAsync(ct))
        {
            place.Activate(national.GetRequiredService<TenantContext>().Current.Today(clock));
        }

        // Every page says then that data are invented.
        (await db.Installation.AsTracking().SingleAsync(ct)).Demonstration = DemonstrationState.Complete;
        await db.SaveChangesAsync(ct);
        await national.GetRequiredService<FoldTotals>().ExecuteAsync(ct);

        // The planner knows nothing of rows that came all at once, and would guess until autovacuum has been round.
        await using var command = national.GetRequiredService<NpgsqlDataSource>().CreateCommand("vacuum (analyze, skip_locked)");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}
