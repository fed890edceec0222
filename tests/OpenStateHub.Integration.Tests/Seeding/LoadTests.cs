using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Seeding;

/// <summary>Load data measure the hub only if they are what people could have entered.</summary>
[WaitsForProcesses]
public sealed class LoadTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestHub hub = new(server);

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        hub.Clock.Now = TimeProvider.System.GetUtcNow();
        await hub.PlaceAsync("durango");
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Places_are_filled_once_and_their_figures_are_those_of_their_facts()
    {
        var (exit, output) = await RunAsync("seed", "load", "--tenants", "3", "--commitments", "3", "--activities", "4");

        Assert.Equal(0, exit);
        Assert.Contains("3 places loaded, 3 in all", output, StringComparison.Ordinal);
        Assert.Contains("nothing was done", (await RunAsync("seed", "load", "--tenants", "3", "--commitments", "3")).Output, StringComparison.Ordinal);

        var invented = await hub.FindAsync("load-0003");
        Assert.Equal(TenantStatus.Active, invented.Status);
        await hub.AsAsync(invented, FiguresAreThoseOfTheFactsAsync);
        Assert.Equal(3, await PlansOfTheCountryAsync());
    }

    [Fact]
    public async Task Nothing_is_loaded_where_nothing_is_asked_for() =>
        Assert.Equal(2, (await RunAsync("seed", "load", "--tenants", "0", "--commitments", "2")).Exit);

    private static async Task FiguresAreThoseOfTheFactsAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();
        var place = scope.GetRequiredService<TenantContext>().Current;
        var stored = await db.Activities.ToDictionaryAsync(a => a.Id, a => a.State);
        var facts = await scope.GetRequiredService<ReadActivityHistories>().ExecuteAsync(CancellationToken.None);
        var computed = db.MetricSnapshots.Where(row => row.TenantId == place.Id).Select(row => row.ComputedAt).OrderBy(at => at);
        var before = await computed.ToListAsync();

        await scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(CancellationToken.None);

        Assert.Equal(12, stored.Count);
        Assert.All(facts, row => Assert.Equal(stored[row.ActivityId], row.History.StateAt(DateOnly.MaxValue)));
        Assert.NotEmpty(before);
        Assert.Equal(before, await computed.ToListAsync());
    }

    private async Task<decimal?> PlansOfTheCountryAsync() =>
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<HubDbContext>().MetricTotals
            .Where(total => total.Code == "plans.published")
            .OrderByDescending(total => total.AsOf)
            .Select(total => total.Value)
            .FirstAsync());

    private Task<(int Exit, string Output)> RunAsync(params string[] arguments) => HubProcess.RunAsync(hub.OwnerConnection, arguments);
}
