using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Jobs;

/// <summary>A hub of twelve places for nodes as an operator runs them, and the nightly walk through it.</summary>
public sealed class WalkedHub(PostgresServer server) : IAsyncLifetime
{
    public const int Places = 12;

    private const string Job = "nightly-walk";

    /// <summary>Ten seconds until a node looks, eight until it takes another for dead, and a machine that has other things to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TestHub hub = new(server);

    public TestHub Hub => hub;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();

        for (var number = 1; number < Places; number++)
        {
            await hub.PlaceAsync($"place-{number}");
        }
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    /// <summary>The clock's trigger as it stands when its time has come, or came that long ago.</summary>
    public async Task MakeDueAsync(TimeSpan ago) => await ScalarAsync(
        $"""
         update qrtz_triggers set next_fire_time = {(DateTimeOffset.UtcNow - ago).UtcTicks}, prev_fire_time = {(DateTimeOffset.UtcNow - ago - TimeSpan.FromDays(1)).UtcTicks}
         where trigger_name = '{Job}' and trigger_group = 'clock'
         """);

    public async Task<bool> IsDueAsync() =>
        (long)(await ScalarAsync($"select count(*) from qrtz_triggers where job_name = '{Job}' and next_fire_time <= {DateTimeOffset.UtcNow.UtcTicks}"))! > 0;

    public async Task<JobRun> RunningAsync()
    {
        await Eventually.IsAsync(Patience, async () => (await RunsAsync()) is [{ Outcome: JobOutcome.Running }, ..]);
        return (await RunsAsync())[0];
    }

    public async Task<List<JobRun>> RunsAsync() => await hub.AsAsync(await hub.NationalAsync(), async scope =>
        (await scope.GetRequiredService<ListJobRuns>().ExecuteAsync(Job, 1000, default)).ConvertAll(row => row.Run));

    /// <summary>Until it is let go, nobody reads or writes what places publish: a walk stands still in its first ones.</summary>
    public async Task<NpgsqlTransaction> HoldAsync()
    {
        var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table published_tenants", connection);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    public async Task<long> WaitingAsync() =>
        (long)(await ScalarAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))!;

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
