using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Cli.Seeding;

/// <summary>
/// Writes very many rows fast, a place at a time. PostgreSQL refuses to COPY into a table under row-level security, so rows are copied into a
/// temporary twin and go from there through the wall, in one statement a table.
/// </summary>
internal sealed class LoadWriter : IAsyncDisposable
{
    /// <summary>What is pointed at before what points.</summary>
    private static readonly Type[] Order =
    [
        typeof(InstallationStep), typeof(Seat), typeof(ActionPlan), typeof(PlanAxis), typeof(Commitment), typeof(CommitmentActor),
        typeof(CommitmentValue), typeof(Activity), typeof(ProgressReport), typeof(EvidenceItem), typeof(Confirmation),
    ];

    private readonly NpgsqlConnection connection;
    private readonly List<Twin> twins;

    private LoadWriter(NpgsqlConnection connection, IModel model) =>
        (this.connection, twins) = (connection, [.. Order.Select(type => new Twin(model.FindEntityType(type)!))]);

    public static async Task<LoadWriter> OpenAsync(NpgsqlDataSource source, IModel model, CancellationToken ct)
    {
        var writer = new LoadWriter(await source.OpenConnectionAsync(ct), model);
        await writer.RunAsync(string.Join(";\n", writer.twins.Select(twin => twin.Create)), ct);
        return writer;
    }

    /// <param name="rows">What it tracks as added is written; it is not saved otherwise.</param>
    public async Task WriteAsync(TenantId place, HubDbContext rows, CancellationToken ct)
    {
        var added = rows.ChangeTracker.Entries().ToLookup(entry => entry.Metadata.ClrType);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        await using (var enter = new NpgsqlCommand("select set_config('app.tenant_id', $1, true)", connection))
        {
            enter.Parameters.Add(new NpgsqlParameter { Value = place.ToString() });
            await enter.ExecuteNonQueryAsync(ct);
        }

        foreach (var twin in twins)
        {
            await CopyAsync(twin, added[twin.Type], ct);
        }

        await RunAsync(string.Join(";\n", twins.Select(twin => twin.Insert)), ct);
        await transaction.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task CopyAsync(Twin twin, IEnumerable<EntityEntry> entries, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(twin.Copy, ct);

        foreach (var entry in entries)
        {
            await copy.StartRowAsync(ct);

            foreach (var column in twin.Columns)
            {
                if (column.ValueOf(entry.Entity) is { } value)
                {
                    await copy.WriteAsync(value, column.StoreType, ct);
                }
                else
                {
                    await copy.WriteNullAsync(ct);
                }
            }
        }

        await copy.CompleteAsync(ct);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Table and column names of the model, never a person's input.")]
    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A table and its temporary twin, as the model maps them: the tenant's column is not mapped, and fills itself.</summary>
    private sealed class Twin(IEntityType entity)
    {
        private readonly string table = entity.GetTableName()!;

        public Type Type => entity.ClrType;

        public IReadOnlyList<Column> Columns { get; } = [.. entity.GetFlattenedProperties().Select(property => new Column(property))];

        public string Create => $"create temporary table load_{table} on commit delete rows as select {Names} from {table} with no data";

        public string Copy => $"copy load_{table} ({Names}) from stdin (format binary)";

        public string Insert => $"insert into {table} ({Names}) select {Names} from load_{table}";

        private string Names => string.Join(", ", Columns.Select(column => column.Name));
    }

    private sealed class Column(IProperty property)
    {
        private readonly IComplexProperty? part = (property.DeclaringType as IComplexType)?.ComplexProperty;
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public string StoreType { get; } = property.GetColumnType();

        public object? ValueOf(object row)
        {
            // A part that the row does not have has no columns either; EF would give them their types' defaults.
            if (part is not null && part.GetGetter().GetClrValueUsingContainingEntity(row) is null)
            {
                return null;
            }

            var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
            return convert is null || value is null ? value : convert(value);
        }
    }
}
