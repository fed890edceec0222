using Npgsql;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>
/// What the site's role really sees and may write, for every table that the catalogue lists. The administrator takes all rules
/// except row-level security off a clone, so that one row a tenant can stand in each table, whatever its columns are.
/// </summary>
public sealed class RowIsolationTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private readonly TenantId durango = TenantId.New();
    private readonly TenantId morelos = TenantId.New();

    private List<WallInspector.Table> tables = null!;

    public async ValueTask InitializeAsync()
    {
        await using var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        await ExecuteAsync(connection,
            """
            do $$
            declare found record;
            begin
                for found in select tgrelid::regclass as at, tgname from pg_trigger where not tgisinternal loop
                    execute format('drop trigger if exists %I on %s', found.tgname, found.at);
                end loop;
                for found in select conrelid::regclass as at, conname from pg_constraint k join pg_class c on c.oid = k.conrelid
                             where k.connamespace = 'public'::regnamespace and k.contype in ('f', 'c') loop
                    execute format('alter table %s drop constraint if exists %I cascade', found.at, found.conname);
                end loop;
                for found in select conrelid::regclass as at, conname from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u') loop
                    execute format('alter table %s drop constraint if exists %I cascade', found.at, found.conname);
                end loop;
                for found in select attrelid::regclass as at, attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and a.attnotnull and a.attidentity = '' loop
                    execute format('alter table %s alter column %I drop not null', found.at, found.attname);
                end loop;
                execute (select format('grant insert, update, delete on %s to hub_app', string_agg(distinct polrelid::regclass::text, ', ')) from pg_policy);
            end $$
            """);

        tables = [.. (await WallInspector.TablesAsync(connection)).Where(table => table.IsTenant || table.IsPublished)];

        foreach (var table in tables)
        {
            await ExecuteAsync(connection, $"insert into {table.Name} (tenant_id) values ('{durango}'), ('{morelos}')");
        }
    }

    [Fact]
    public async Task A_tenant_sees_its_own_rows_only()
    {
        await using var inDurango = await hub.OpenAsync(durango);

        foreach (var table in tables)
        {
            Assert.Equal((table.Name, 1), (table.Name, await CountAsync(inDurango, table, $"tenant_id = '{durango}'")));
            Assert.Equal((table.Name, table.IsPublished ? 1 : 0), (table.Name, await CountAsync(inDurango, table, $"tenant_id = '{morelos}'")));
        }
    }

    [Fact]
    public async Task Without_a_tenant_no_tenant_row_is_seen()
    {
        await using var nobody = await hub.OpenAsync(null);

        foreach (var table in tables.Where(t => t.IsTenant))
        {
            Assert.Equal((table.Name, 0), (table.Name, await CountAsync(nobody, table, "true")));
        }
    }

    [Fact]
    public async Task The_national_tenant_sees_no_local_row_that_is_not_published()
    {
        await using var national = await hub.OpenAsync(TenantId.National);

        foreach (var table in tables.Where(t => t.IsTenant))
        {
            Assert.Equal((table.Name, 0), (table.Name, await CountAsync(national, table, "true")));
        }
    }

    [Fact]
    public async Task A_forged_tenant_is_refused()
    {
        await using var inDurango = await hub.OpenAsync(durango);

        foreach (var table in tables)
        {
            await RefusedAsync(inDurango, $"insert into {table.Name} (tenant_id) values ('{morelos}')");
            await RefusedAsync(inDurango, $"update {table.Name} set tenant_id = '{morelos}' where tenant_id = '{durango}'");
        }
    }

    [Fact]
    public async Task Nobody_writes_another_tenants_rows()
    {
        foreach (var scope in new TenantId?[] { durango, TenantId.National, null })
        {
            await using var connection = await hub.OpenAsync(scope);

            foreach (var table in tables)
            {
                Assert.Equal((table.Name, 0), (table.Name, await ExecuteAsync(connection, $"update {table.Name} set tenant_id = tenant_id where tenant_id = '{morelos}'")));
                Assert.Equal((table.Name, 0), (table.Name, await ExecuteAsync(connection, $"delete from {table.Name} where tenant_id = '{morelos}'")));
            }
        }
    }

    [Theory]
    [InlineData("set role hub_owner")]
    [InlineData("set row_security = off; select count(*) from dated_names")]
    [InlineData("alter table dated_names disable row level security")]
    [InlineData("drop policy tenant_isolation on dated_names")]
    [InlineData("update migrations set name = name")]
    public async Task The_sites_role_cannot_take_the_wall_down(string attempt)
    {
        await using var inDurango = await hub.OpenAsync(durango);

        await RefusedAsync(inDurango, attempt);
    }

    [Fact]
    public async Task Only_the_national_scope_changes_the_catalogue()
    {
        const string insert = "insert into tenants (id, slug, name, kind, status, time_zone) values (gen_random_uuid(), 'x', 'X', 'State', 'Active', 'America/Cancun')";

        await using (var inDurango = await hub.OpenAsync(durango))
        {
            await RefusedAsync(inDurango, insert);
        }

        await using var national = await hub.OpenAsync(TenantId.National);
        Assert.Equal(1, await ExecuteAsync(national, insert));
    }

    [Fact]
    public async Task A_returned_connection_forgets_its_tenant()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(hub.AppConnection) { MaxPoolSize = 1 }.ConnectionString);

        await using (var first = await source.OpenConnectionAsync())
        {
            await ExecuteAsync(first, $"select set_config('app.tenant_id', '{durango}', false)");
            Assert.Equal(1, await CountAsync(first, tables[0], $"tenant_id = '{durango}'"));
        }

        await using var second = await source.OpenConnectionAsync();
        await using var ask = new NpgsqlCommand("select app.current_tenant_id() is null", second);
        Assert.Equal(true, await ask.ExecuteScalarAsync());
    }

    private static async Task RefusedAsync(NpgsqlConnection connection, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connection, sql));
        Assert.Equal((sql, PostgresErrorCodes.InsufficientPrivilege), (sql, refused.SqlState));
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, WallInspector.Table table, string where)
    {
        await using var command = new NpgsqlCommand($"select count(*)::int from {table.Name} where {where}", connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
