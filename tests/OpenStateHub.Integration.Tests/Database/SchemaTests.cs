using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Database;

public sealed class SchemaTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Every_mapped_column_is_in_the_schema()
    {
        await using var connection = await hub.OpenAsync(null);
        var tables = await hub.AsAsync(await hub.NationalAsync(), scope => Task.FromResult(MappedColumns(scope.GetRequiredService<HubDbContext>())));

        Assert.NotEmpty(tables);

        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"select {string.Join(", ", table)} from {table.Key} limit 0", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    // What the database allows on purpose is less than the type: only these two states are anybody's to report, and only assessments are recorded.
    private static readonly (string Table, string Column, string[] Names)[] Narrower =
    [
        ("progress_reports", "status", ["InProgress", "Complete"]),
        ("duty_records", "code", ["InceptionAssessed", "CompletionAssessed"]),
    ];

    [Fact]
    public async Task Every_name_of_an_enum_is_allowed_by_its_check()
    {
        await using var connection = await hub.OpenAsync(null);
        var enums = await hub.AsAsync(await hub.NationalAsync(), scope => Task.FromResult(EnumColumns(scope.GetRequiredService<HubDbContext>())));

        foreach (var (table, column, names) in enums)
        {
            await using var command = new NpgsqlCommand(
                "select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint where conrelid = @table::regclass and contype = 'c'", connection);
            command.Parameters.AddWithValue("table", table);
            var checks = await command.ExecuteScalarAsync() as string ?? "";

            foreach (var name in Narrower.FirstOrDefault(n => (n.Table, n.Column) == (table, column)).Names ?? names)
            {
                Assert.True(checks.Contains($"'{name}'", StringComparison.Ordinal), $"{table}.{column} refuses {name}");
            }
        }
    }

    [Fact]
    public async Task Migrating_twice_does_no_more_than_once() =>
        Assert.Empty(await Migrator.MigrateAsync(hub.OwnerConnection, CancellationToken.None));

    [Fact]
    public async Task An_edited_migration_is_refused()
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var edit = source.CreateCommand("update migrations set sha256 = reverse(sha256) where name like '0001%'");
        await edit.ExecuteNonQueryAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Migrator.MigrateAsync(hub.OwnerConnection, CancellationToken.None));

        // The other tests of this class share the database, in no order.
        await edit.ExecuteNonQueryAsync();

        Assert.Contains("0001_tenancy.sql", refused.Message, StringComparison.Ordinal);
    }

    private static ILookup<string, string> MappedColumns(HubDbContext db) =>
        db.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetFlattenedProperties(), (entity, property) => (Table: entity.GetTableName()!, Column: property.GetColumnName()))
            .Distinct()
            .ToLookup(pair => pair.Table, pair => pair.Column);

    private static List<(string Table, string Column, string[] Names)> EnumColumns(HubDbContext db) =>
        [.. from entity in db.Model.GetEntityTypes()
            from property in entity.GetFlattenedProperties()
            let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
            where type.IsEnum
            select (entity.GetTableName()!, property.GetColumnName(), Enum.GetNames(type))];
}
