using System.Diagnostics.CodeAnalysis;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>A real server, from HUB_TEST_POSTGRES (a role that may create databases and roles), with one migrated template that every test class clones.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string template = $"hub_template_{Environment.ProcessId}";
    private readonly string demonstration = $"hub_demonstration_{Environment.ProcessId}";
    private readonly SemaphoreSlim seeding = new(1);
    private bool isSeeded;

    private static string AdminConnection { get; } =
        Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException("HUB_TEST_POSTGRES is not set: run the tests by infra/test.sh, which starts a server for them.");

    public async ValueTask InitializeAsync()
    {
        await ExecuteAsync("postgres", await File.ReadAllTextAsync(Repository.PathOf("infra", "postgres", "roles.sql")));

        if (new NpgsqlConnectionStringBuilder(AdminConnection).Password is { } password)
        {
            await ExecuteAsync("postgres", $"alter role hub_owner password '{password}'; alter role hub_app password '{password}'; alter role hub_backup password '{password}'");
        }

        await ExecuteAsync("postgres", $"create database {template} owner hub_owner");
        await Migrator.MigrateAsync(ConnectionString(template, "hub_owner"), CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
    }

    public async Task<string> CloneAsync(string? from = null)
    {
        var name = $"hub_test_{Guid.NewGuid():N}";
        await ExecuteAsync("postgres", $"create database {name} template {from ?? template} owner hub_owner");
        return name;
    }

    /// <summary>A database with the whole demonstration, which is seeded once for all test classes.</summary>
    public async Task<string> CloneDemonstrationAsync()
    {
        await seeding.WaitAsync();

        try
        {
            if (!isSeeded)
            {
                await ExecuteAsync("postgres", $"create database {demonstration} template {template} owner hub_owner");
                await HubProcess.SeedAsync(ConnectionString(demonstration, "hub_owner"));
                isSeeded = true;
            }
        }
        finally
        {
            seeding.Release();
        }

        return await CloneAsync(demonstration);
    }

    public Task DropAsync(string database) => ExecuteAsync("postgres", $"drop database if exists {database} with (force)");

    /// <param name="role">hub_app, hub_owner or hub_backup; null for the server's own administrator, whom no policy binds.</param>
    public static string ConnectionString(string database, string? role = null)
    {
        var options = new NpgsqlConnectionStringBuilder(AdminConnection) { Database = database, MaxPoolSize = 20 };
        options.Username = role ?? options.Username;
        return options.ConnectionString;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Database names that the tests make up.")]
    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString(database)) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await DropAsync(demonstration);
        await DropAsync(template);
        seeding.Dispose();
    }
}
