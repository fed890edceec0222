using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Jobs;
using Quartz;

namespace OpenStateHub.Integration.Tests.Telemetry;

/// <summary>What a service manager and a load balancer ask: whether the process lives, and whether it can serve.</summary>
public sealed class HealthTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_database_that_lacks_a_migration_is_not_ready()
    {
        await using var site = new HubSite(hub);
        using var client = site.At(null);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await AskAsync(client));

        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var forget = source.CreateCommand("delete from migrations where name like '0001%'");
        await forget.ExecuteNonQueryAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await AskAsync(client));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_ready_while_the_process_lives()
    {
        await using var site = new HubSite(hub);
        using var client = site.At(null);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await AskAsync(client));
        await ClockRunsAsync(site);

        await server.DropAsync(hub.Database);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await AskAsync(client));
    }

    [Fact]
    public async Task Who_is_signed_in_is_told_that_the_database_is_away()
    {
        await hub.PersonAsync(await hub.PlaceAsync("durango"), Role.Administrator);
        await using var site = new HubSite(hub);
        using var browser = await site.SignedInAsync("durango", Role.Administrator);
        await ClockRunsAsync(site);
        await server.DropAsync(hub.Database);

        var (status, page) = await browser.OpenAsync("/gestion");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("El sitio no está disponible por ahora", page.QuerySelector("h1")?.TextContent);
    }

    /// <summary>Quartz starts in its own time, and where the database goes away in the middle of that it does not stop again.</summary>
    private static async Task ClockRunsAsync(HubSite site)
    {
        var clock = await site.Services.GetRequiredKeyedService<ISchedulerFactory>(HubJobs.Clock).GetScheduler();
        await Eventually.IsAsync(TimeSpan.FromSeconds(30), async () => await clock.GetStatus(default) is SchedulerStatus.Running);
    }

    private static async Task<(HttpStatusCode Live, HttpStatusCode Ready)> AskAsync(HttpClient client) =>
        ((await client.GetAsync("/health/live")).StatusCode, (await client.GetAsync("/health/ready")).StatusCode);
}
