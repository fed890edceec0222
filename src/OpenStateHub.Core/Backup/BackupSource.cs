using System.Data;
using Npgsql;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Backup;

/// <summary>The database as a backup reads it: all rows as they were at one moment, under a role that can change none.</summary>
internal sealed class BackupSource : IAsyncDisposable
{
    private const string Advice = "back up as hub_backup, which infra/postgres/roles.sql makes.";
    private readonly NpgsqlConnection connection;
    private NpgsqlTransaction snapshot = null!;

    private BackupSource(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<BackupSource> OpenAsync(string connectionString, CancellationToken ct)
    {
        // Not pooled: the lock below is the connection's, and ends with it however the process ends. No limit of time: a big table takes long.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ConnectionString);
        var source = new BackupSource(connection);

        try
        {
            await connection.OpenAsync(ct);
            await source.RefuseWrongRoleAsync(ct);

            // Before the snapshot: of the rows that it sees, no bytes are removed any more.
            await Statements.RunAsync(connection, FileLock.KeepBytes, ct);
            source.snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            return source;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    private async Task RefuseWrongRoleAsync(CancellationToken ct)
    {
        var (role, seesAll, mayWrite, isMigrated) = await Statements.ReadOneAsync(
            connection,
            """
            select current_user,
                   (select rolbypassrls from pg_roles where rolname = current_user),
                   (select rolsuper from pg_roles where rolname = current_user) or current_setting('transaction_read_only') <> 'on'
                       or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
                                  where c.relkind = 'r' and has_table_privilege(c.oid, 'insert, update, delete, truncate')),
                   to_regclass('migrations') is not null
            """,
            row => (row.GetString(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3)),
            ct);

        if (mayWrite)
        {
            throw new BackupException($"The role {role} may write: {Advice}");
        }

        if (!seesAll)
        {
            throw new BackupException($"The role {role} is bound by row-level security and sees no rows: {Advice}");
        }

        if (!isMigrated)
        {
            throw new BackupException("The database has no tables: there is nothing to back up.");
        }
    }

    public string Server => connection.PostgreSqlVersion.ToString();

    public Task<List<AppliedMigration>> MigrationsAsync(CancellationToken ct) => AppliedMigrationsAsync(connection, ct);

    public Task<List<Statements.TableStatements>> TablesAsync(CancellationToken ct) => Statements.TablesAsync(connection, ct);

    public Task<List<CopiedSequence>> SequencesAsync(CancellationToken ct) => Statements.ReadAsync(
        connection,
        """
        select format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value is not null
        from pg_sequences where schemaname in ('public', 'app') order by 1
        """,
        row => new CopiedSequence(row.GetString(0), row.GetInt64(1), row.GetBoolean(2)),
        ct);

    public Task<List<LedgerAnchor>> HeadsAsync(CancellationToken ct) => LedgerHeadsAsync(connection, ct);

    public Task<List<CopiedFile>> FilesAsync(CancellationToken ct) => Statements.ReadAsync(
        connection,
        "select tenant_id, sha256, bytes from files order by tenant_id, sha256",
        row => new CopiedFile(row.GetGuid(0), row.GetString(1), row.GetInt64(2)),
        ct);

    public async Task<CopiedTable> CopyAsync(Statements.TableStatements table, string path, CancellationToken ct)
    {
        long bytes;
        string sha256;

        await using (var target = new FileStream(path, BackupFolder.NewFile))
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync(table.CopyOut, ct);
            (bytes, sha256) = await CheckedCopy.CopyAsync(rows, target, ct);
            target.Flush(flushToDisk: true);
        }

        var count = await Statements.ReadOneAsync(connection, table.Count, row => row.GetInt64(0), ct);
        return new CopiedTable(table.Name, count, bytes, sha256);
    }

    /// <summary>Lets go of the moment, so that the server may tidy up again; files are still kept.</summary>
    public Task EndSnapshotAsync(CancellationToken ct) => snapshot.RollbackAsync(ct);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    internal static Task<List<AppliedMigration>> AppliedMigrationsAsync(NpgsqlConnection connection, CancellationToken ct) => Statements.ReadAsync(
        connection,
        "select name, sha256 from migrations order by name",
        row => new AppliedMigration(row.GetString(0), row.GetString(1)),
        ct);

    /// <summary>As <see cref="ListLedgerHeads"/>, without a scope.</summary>
    internal static Task<List<LedgerAnchor>> LedgerHeadsAsync(NpgsqlConnection connection, CancellationToken ct) => Statements.ReadAsync(
        connection,
        """
        select place.slug, head.sequence, head.hash
        from ledger_heads head join tenants place on place.id = head.tenant_id
        where head.sequence > 0 order by place.slug collate "C"
        """,
        row => new LedgerAnchor(row.GetString(0), row.GetInt32(1), row.GetString(2)),
        ct);
}
