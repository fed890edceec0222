using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Jobs;

/// <summary>Two nodes as an operator runs them: processes of their own on one database.</summary>
public sealed class NodesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Job = "nightly-walk";
    private const int Places = 12;

    /// <summary>Ten seconds until a node looks, eight until it takes another for dead, and a machine that has other things to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TestHub hub = new(server);

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();

        for (var number = 1; number < Places; number++)
        {
            await hub.PlaceAsync($"place-{number}");
        }
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_job_runs_once_over_all_nodes_and_is_taken_over_from_a_killed_one()
    {
        List<SiteProcess> nodes = [.. await Task.WhenAll(SiteProcess.StartAsync(hub), SiteProcess.StartAsync(hub))];

        for (var round = 1; round <= Stress.Rounds(full: 50); round++)
        {
            var held = await HoldAsync();
            await MakeDueAsync(TimeSpan.Zero);
            var running = await RunningAsync();
            var killed = nodes.Single(node => running.Node.Contains($"-{node.Id}-", StringComparison.Ordinal));
            await killed.KillAsync();
            await held.DisposeAsync();

            await Eventually.IsAsync(Patience, async () => (await RunsAsync())[0].Outcome is JobOutcome.Done);

            var ran = (await RunsAsync())[..2];
            Assert.Equal([JobOutcome.Done, JobOutcome.Interrupted], ran.Select(run => run.Outcome));
            Assert.Equal((Places, running.Id), (ran[0].Done, ran[1].Id));
            Assert.DoesNotContain($"-{killed.Id}-", ran[0].Node, StringComparison.Ordinal);
            Assert.Equal(2 * round, (await RunsAsync()).Count);
            Assert.False(await IsDueAsync());

            nodes.Remove(killed);
            await killed.DisposeAsync();
            nodes.Add(await SiteProcess.StartAsync(hub));
        }

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Nights_that_nobody_was_there_for_are_made_up_for_by_one_run()
    {
        await (await SiteProcess.StartAsync(hub)).DisposeAsync();
        await MakeDueAsync(TimeSpan.FromDays(5));

        await using var first = await SiteProcess.StartAsync(hub);
        await using var second = await SiteProcess.StartAsync(hub);
        await Eventually.IsAsync(Patience, async () => (await RunsAsync()) is [{ Outcome: JobOutcome.Done }, ..]);

        // Longer than either node waits before it looks again.
        await Task.Delay(TimeSpan.FromSeconds(11));
        Assert.Single(await RunsAsync());
        Assert.False(await IsDueAsync());
    }

    [Fact]
    public async Task A_node_told_to_stop_finishes_what_it_began_and_hands_the_rest_over()
    {
        await using var stopping = await SiteProcess.StartAsync(hub);
        var held = await HoldAsync();
        await MakeDueAsync(TimeSpan.Zero);
        await RunningAsync();
        await Eventually.IsAsync(Patience, async () => await WaitingAsync() >= 4);
        using var reader = stopping.At(null);
        var asked = reader.GetAsync("/entidades");
        await Eventually.IsAsync(Patience, async () => await WaitingAsync() >= 5);

        var stopped = stopping.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var wasRunning = stopping.IsRunning;
        await held.DisposeAsync();
        var (took, exit) = await stopped;

        Assert.True(wasRunning);
        Assert.Equal(0, exit);
        Assert.True(took < TimeSpan.FromSeconds(25), $"It took {took}.");
        Assert.Equal(HttpStatusCode.OK, (await asked).StatusCode);
        var ran = Assert.Single(await RunsAsync());
        Assert.Equal(JobOutcome.Interrupted, ran.Outcome);
        Assert.InRange(ran.Done, 1, Places - 1);

        await using var next = await SiteProcess.StartAsync(hub);
        await Eventually.IsAsync(Patience, async () => (await RunsAsync())[0].Outcome is JobOutcome.Done);
        Assert.Equal(Places, (await RunsAsync())[0].Done);
    }

    /// <summary>The clock's trigger as it stands when its time has come, or came that long ago.</summary>
    private async Task MakeDueAsync(TimeSpan ago) => await ScalarAsync(
        $"""
         update qrtz_triggers set next_fire_time = {(DateTimeOffset.UtcNow - ago).UtcTicks}, prev_fire_time = {(DateTimeOffset.UtcNow - ago - TimeSpan.FromDays(1)).UtcTicks}
         where trigger_name = '{Job}' and trigger_group = 'clock'
         """);

    private async Task<bool> IsDueAsync() =>
        (long)(await ScalarAsync($"select count(*) from qrtz_triggers where job_name = '{Job}' and next_fire_time <= {DateTimeOffset.UtcNow.UtcTicks}"))! > 0;

    private async Task<JobRun> RunningAsync()
    {
        await Eventually.IsAsync(Patience, async () => (await RunsAsync()) is [{ Outcome: JobOutcome.Running }, ..]);
        return (await RunsAsync())[0];
    }

    private async Task<List<JobRun>> RunsAsync() => await hub.AsAsync(await hub.NationalAsync(), async scope =>
        (await scope.GetRequiredService<ListJobRuns>().ExecuteAsync(Job, 1000, default)).ConvertAll(row => row.Run));

    /// <summary>Until it is let go, nobody reads or writes what places publish: a walk stands still in its first ones.</summary>
    private async Task<NpgsqlTransaction> HoldAsync()
    {
        var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table published_tenants", connection);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private async Task<long> WaitingAsync() =>
        (long)(await ScalarAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))!;

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
