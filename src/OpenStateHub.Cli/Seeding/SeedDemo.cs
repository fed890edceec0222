using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Seeding;

/// <summary>
/// Fills an empty hub with the demonstration. A place is activated when its whole story stands; an interrupted seeding starts that place again,
/// so that a hub never shows half a story.
/// </summary>
internal static class SeedDemo
{
    public static async Task<string> RunAsync(IProgress<WorkProgress> progress, CancellationToken ct)
    {
        await using var hub = Hub.Open();
        var scopes = hub.GetRequiredService<TenantScopes>();
        var places = await PlacesAsync(hub, ct);
        var national = places[TenantId.National];

        switch (await scopes.RunAsync(national, scope => StateAsync(scope, ct)))
        {
            case DemonstrationState.Complete:
                return "The demonstration is there already.";
            case null when places.Values.Any(place => place is { IsServed: true, IsNational: false }):
                return "This hub has places of its own: the demonstration is for an empty one, and nothing was seeded.";
        }

        await scopes.RunAsync(national, scope => MarkAsync(scope, DemonstrationState.Begun, ct));
        var files = Directory.GetFiles(SeedFiles.Demo, "*.json").Order().ToList();
        var sources = await Sources.ReadAsync(ct);

        for (var at = 0; at < files.Count; at++)
        {
            var file = await SeedFiles.ReadAsync<DemoFile>(files[at], ct);
            var place = places.Values.SingleOrDefault(p => p.Slug == file.Slug)
                ?? throw new RefusedException($"\"{file.Slug}\" is not in the catalogue: run 'hub seed reference' first.");

            if (place.IsNational || !place.IsServed)
            {
                await scopes.RunAsync(place, scope => ClearAsync(scope, ct));
                var today = place.Today(hub.GetRequiredService<TimeProvider>());
                var story = new DemoTenant(scopes, place, file, sources, today);
                await story.SeedAsync(ct);
                await new DemoAccounts(scopes, place, today, file.SeatAccounts).SeedAsync(ct);
                await new DemoReports(story, file).SeedAsync(ct);
                await new DemoSessions(story, file).SeedAsync(ct);
                await new DemoChanges(story, file).SeedAsync(ct);
                await new DemoAccountability(story, file, sources).SeedAsync(ct);
                await new DemoComments(story, file).SeedAsync(ct);
                await ActivateAsync(scopes, national, place, ct);
            }

            progress.Report(new WorkProgress(at + 1, files.Count));
        }

        await scopes.RunAsync(national, scope => scope.GetRequiredService<FoldTotals>().ExecuteAsync(ct));
        await scopes.RunAsync(national, scope => MarkAsync(scope, DemonstrationState.Complete, ct));
        return $"The demonstration of {files.Count} tenants is seeded.";
    }

    private static async Task<Dictionary<TenantId, Tenant>> PlacesAsync(ServiceProvider hub, CancellationToken ct)
    {
        await using var scope = hub.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().ToDictionaryAsync(place => place.Id, ct);
    }

    private static async Task<DemonstrationState?> StateAsync(IServiceProvider national, CancellationToken ct) =>
        (await national.GetRequiredService<HubDbContext>().Installation.AsNoTracking().SingleAsync(ct)).Demonstration;

    private static async Task MarkAsync(IServiceProvider national, DemonstrationState state, CancellationToken ct)
    {
        var db = national.GetRequiredService<HubDbContext>();
        (await db.Installation.SingleAsync(ct)).Demonstration = state;
        await db.SaveChangesAsync(ct);
    }

    private static async Task ActivateAsync(TenantScopes scopes, Tenant national, Tenant place, CancellationToken ct)
    {
        if (!place.IsNational
            && await scopes.RunAsync(national, scope => scope.GetRequiredService<ActivateTenant>().ExecuteAsync(place.Slug, ct)) is { } refusal)
        {
            throw new RefusedException(Sentences.Of(refusal));
        }
    }

    // Own rows only, by row-level security. A table that others point at waits for a later round. The triggers that keep what binds are set aside
    // inside this transaction: nobody was served this story yet.
    private static async Task ClearAsync(IServiceProvider scope, CancellationToken ct) =>
        await scope.GetRequiredService<HubDbContext>().Database.ExecuteSqlAsync(
            $"""
             do $$
             declare
                 walled regclass[] := array(select distinct polrelid::regclass from pg_policy where polname in ('tenant_isolation', 'own_delete'));
                 waiting regclass[] := walled;
                 later regclass[];
                 target regclass;
             begin
                 foreach target in array walled loop
                     execute format('alter table %s disable trigger user', target);
                 end loop;
                 while cardinality(waiting) > 0 loop
                     later := array[]::regclass[];
                     foreach target in array waiting loop
                         begin
                             execute format('delete from %s where tenant_id = app.current_tenant_id()', target);
                         exception when foreign_key_violation then
                             later := later || target;
                         end;
                     end loop;
                     if cardinality(later) = cardinality(waiting) then
                         raise exception 'These tables point at each other: %', later;
                     end if;
                     waiting := later;
                 end loop;
                 foreach target in array walled loop
                     execute format('alter table %s enable trigger user', target);
                 end loop;
             end $$
             """,
            ct);
}
