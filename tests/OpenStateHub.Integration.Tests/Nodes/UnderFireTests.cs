using System.Diagnostics;
using System.Globalization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Mail;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>Two nodes at work, one of them killed again and again, and PostgreSQL too: whatever was acknowledged is there, once.</summary>
[WaitsForProcesses]
public sealed class UnderFireTests(PostgresServer others) : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly KillableHub hub = new(others);
    private readonly SmtpServer smtp = new();
    private readonly Random random = new(Stress.Seed);
    private readonly List<Tenant> places = [];
    private Cluster cluster = null!;
    private Load load = null!;

    public async ValueTask InitializeAsync()
    {
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        await Task.WhenAll(smtp.StartAsync(), hub.InitializeAsync().AsTask());
        hub.Clock.Now = TimeProvider.System.GetUtcNow();

        foreach (var slug in new[] { "durango", "morelos" })
        {
            places.Add(await hub.PlaceAsync(slug));
            await hub.PersonAsync(places[^1], Role.Administrator);
        }

        cluster = await Cluster.StartAsync(hub, [.. smtp.AsEnvironment(), ("Mail__PerHour", "1000000"), ("Mail__PerDay", "1000000")]);
        load = new Load(cluster.Front, places, Stress.Seed);
        await load.StartAsync();
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_errors_end_by_themselves()
    {
        var found = new Aftermath(hub, places, load, smtp);
        var (nodesKilled, serverKilled, slowest) = (0, 0, TimeSpan.Zero);

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            await PauseAsync(1000);

            if (round % 5 == 1)
            {
                var ids = cluster.Nodes.Select(node => node.Id).ToList();
                var took = await LoseTheServerAsync(found);
                slowest = took > slowest ? took : slowest;
                Assert.True(took < Longest, $"{took} after the database was back somebody was still told of a fault: {load.Counts}");
                Assert.Equal(ids, cluster.Nodes.Where(node => node.IsRunning).Select(node => node.Id));
                serverKilled++;
                await PauseAsync(500);
            }

            var victim = random.Next(2);
            await cluster.Nodes[victim].KillAsync();
            await found.RememberUnderWayAsync();
            await PauseAsync(500);
            await cluster.StartAgainAsync(victim);
            nodesKilled++;
        }

        await PauseAsync(1000);
        await load.StopAsync();
        Array.ForEach(cluster.Nodes, node => Assert.True(node.IsRunning));
        await Task.WhenAll(cluster.Nodes.Select(node => node.StopAsync()));
        await found.RememberUnderWayAsync();
        await found.LetLeasesEndAsync();
        await cluster.StartAgainAsync(0);
        await found.EverythingWasSentAsync();

        Assert.True(load.Answered("500") == 0, load.Counts);

        // Of the servers that are gone.
        hub.LetGo();
        await found.IsWholeAsync();
        TestContext.Current.SendDiagnosticMessage(
            $"{nodesKilled} nodes killed, PostgreSQL {serverKilled} times; errors ended at most {slowest.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s after it was back. {found.Said}. {load.Counts}");
    }

    /// <returns>How long after it was back somebody was still told of a fault.</returns>
    private async Task<TimeSpan> LoseTheServerAsync(Aftermath found)
    {
        await (random.Next(2) == 0 ? hub.Server.KillAsync() : hub.Server.StopAtOnceAsync());
        await PauseAsync(1000);
        await hub.Server.StartAgainAsync();
        var back = TimeProvider.System.GetUtcNow();
        await found.RememberUnderWayAsync();
        var watch = Stopwatch.StartNew();

        // Quiet for two seconds, or never within those that are allowed.
        while (watch.Elapsed < Longest && TimeProvider.System.GetUtcNow() - (load.LatestFault > back ? load.LatestFault : back) < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(50);
        }

        return load.LatestFault > back ? load.LatestFault - back : TimeSpan.Zero;
    }

    private Task PauseAsync(int most) => Task.Delay(random.Next(most));

    public async ValueTask DisposeAsync()
    {
        await load.StopAsync();
        await cluster.DisposeAsync();
        await hub.DisposeAsync();
        await smtp.DisposeAsync();
    }
}
