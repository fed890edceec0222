using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>The wall as the database's catalogue shows it: a new table cannot be forgotten.</summary>
public sealed class CatalogueTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Every_table_view_key_function_and_grant_keeps_the_wall()
    {
        await using var connection = await AdministratorAsync();

        Assert.Empty(await WallInspector.FindingsAsync(connection));
    }

    [Fact]
    public async Task A_table_without_any_one_of_its_policies_is_found()
    {
        await using var connection = await AdministratorAsync();
        var tables = await WallInspector.TablesAsync(connection);

        foreach (var table in tables.Where(t => t.Policies.Length > 0))
        {
            foreach (var policy in table.Policies.Select(p => p.Split(':')[0]))
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await ExecuteAsync(connection, $"drop policy {policy} on {table.Name}");

                Assert.Contains(await WallInspector.FindingsAsync(connection), finding => finding.StartsWith(table.Name, StringComparison.Ordinal));
                await transaction.RollbackAsync();
            }
        }
    }

    [Theory]
    [InlineData("create table forgotten (id uuid primary key, tenant_id uuid)", "forgotten")]
    [InlineData("alter table dated_names no force row level security", "dated_names")]
    [InlineData("create view everything as select * from dated_names", "everything")]
    [InlineData("create materialized view snapshot as select * from dated_names", "snapshot")]
    [InlineData("create function app.open() returns bigint security definer language sql as 'select count(*) from dated_names'", "open")]
    [InlineData("create unique index loose on dated_names (id); create table pointing (tenant_id uuid default app.current_tenant_id(), id uuid, name_id uuid references dated_names (id)); call app.isolate('pointing')", "pointing")]
    [InlineData("grant truncate on dated_names to hub_app", "dated_names")]
    public async Task A_hole_of_each_kind_is_found(string hole, string named)
    {
        await using var connection = await AdministratorAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, hole);

        Assert.Contains(await WallInspector.FindingsAsync(connection), finding => finding.StartsWith(named, StringComparison.Ordinal));
    }

    private async Task<NpgsqlConnection> AdministratorAsync()
    {
        var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
