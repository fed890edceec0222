using System.Data;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>One place as it was at one moment: people go on writing, and no bytes that it names are removed meanwhile.</summary>
internal sealed class TenantSnapshot : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private TenantSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction, TenantId id, TenantStatus status, ArchivedPlace place, List<ArchiveTable> tables) =>
        (this.connection, this.transaction, Id, Status, Place, Tables) = (connection, transaction, id, status, place, tables);

    public TenantId Id { get; }

    public TenantStatus Status { get; }

    public ArchivedPlace Place { get; }

    public List<ArchiveTable> Tables { get; }

    public static async Task<TenantSnapshot> OpenAsync(string connectionString, string slug, CancellationToken ct)
    {
        var connection = await OwnerConnection.OpenAsync(connectionString, ct);

        try
        {
            // Before the snapshot, as a backup does.
            await Statements.RunAsync(connection, FileLock.KeepBytes, ct);
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var (status, place) = await PlaceAsync(connection, slug, ct);
            await connection.EnterAsync(new TenantId(place.Id), ct);
            return new(connection, transaction, new TenantId(place.Id), status, place, await ArchiveTables.TravellingAsync(connection, ct));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<List<AppliedMigration>> MigrationsAsync(CancellationToken ct) => BackupSource.AppliedMigrationsAsync(connection, ct);

    public Task<List<ArchivedFile>> FilesAsync(CancellationToken ct) => Statements.ReadAsync(
        connection,
        "select sha256, bytes from files where tenant_id = app.current_tenant_id() order by sha256",
        row => new ArchivedFile(row.GetString(0), row.GetInt64(1)),
        ct);

    public async Task<ArchivedHead> HeadAsync(CancellationToken ct) => (await Statements.ReadAsync(
        connection,
        "select sequence, hash from ledger_heads where tenant_id = app.current_tenant_id() and sequence > 0",
        row => new ArchivedHead(row.GetInt32(0), row.GetString(1)),
        ct)).SingleOrDefault() ?? new ArchivedHead(0, null);

    /// <summary>One row a line, in the order of their key, each hashed as it is written.</summary>
    public async Task<CopiedTable> CopyAsync(ArchiveTable table, Stream target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var command = Statements.Of(connection, table.Read);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (rows, bytes) = (0L, 0L);

        while (await reader.ReadAsync(ct))
        {
            var line = Encoding.UTF8.GetBytes(reader.GetString(0) + '\n');
            hash.AppendData(line);
            await target.WriteAsync(line, ct);
            (rows, bytes) = (rows + 1, bytes + line.Length);
        }

        return new CopiedTable(table.Name, rows, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<(TenantStatus Status, ArchivedPlace Place)> PlaceAsync(NpgsqlConnection connection, string slug, CancellationToken ct)
    {
        await using var find = new NpgsqlCommand(
            """
            select p.id, p.slug, p.name, p.kind, p.inegi_code, above.slug, p.time_zone, p.population, p.most_file_bytes, p.most_bytes, p.status
            from tenants p left join tenants above on above.id = p.parent_id where p.slug = @slug
            """,
            connection);
        find.Parameters.AddWithValue("slug", slug);
        var (status, place) = (await Statements.ReadAsync(find, row => (Enum.Parse<TenantStatus>(row.GetString(10)), new ArchivedPlace
        {
            Id = row.GetGuid(0),
            Slug = row.GetString(1),
            Name = row.GetString(2),
            Kind = Enum.Parse<TenantKind>(row.GetString(3)),
            InegiCode = row.IsDBNull(4) ? null : row.GetString(4),
            Parent = row.IsDBNull(5) ? null : row.GetString(5),
            TimeZone = row.GetString(6),
            Population = row.IsDBNull(7) ? null : row.GetInt32(7),
            MostFileBytes = row.GetInt64(8),
            MostBytes = row.GetInt64(9),
            Programmes = [],
        }), ct)).SingleOrDefault();

        return place is null ? throw new ArchiveException("No place has this slug: 'hub tenants list' shows them all.")
            : place.Kind is TenantKind.National ? throw new ArchiveException("The national tenant is the hub itself: 'hub backup' copies it.")
            : status is TenantStatus.Listed ? throw new ArchiveException("The place is merely listed: it has nothing to export.")
            : (status, place with { Programmes = await ProgrammesAsync(connection, place.Id, ct) });
    }

    private static async Task<List<ArchivedMembership>> ProgrammesAsync(NpgsqlConnection connection, Guid place, CancellationToken ct)
    {
        await using var find = new NpgsqlCommand(
            "select programme, from_on, from_is_bound, until_on, source from programme_memberships where tenant_id = @place order by programme, from_on", connection);
        find.Parameters.AddWithValue("place", place);
        return await Statements.ReadAsync(
            find,
            row => new ArchivedMembership(
                row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetBoolean(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3), row.GetString(4)),
            ct);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
