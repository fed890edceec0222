using Npgsql;

namespace OpenStateHub.Core.Backup;

/// <summary>
/// An empty database as a restore fills it: in one transaction the owner steps in front of the wall, silences triggers and lets keys wait,
/// and puts all back as it was. Whoever looks from outside sees nothing of it, or all.
/// </summary>
internal sealed class RestoreTarget : IAsyncDisposable
{
    /// <summary>What 'hub migrate' itself writes, and how many rows at most; every other table of an empty database is empty.</summary>
    private static readonly Dictionary<string, long> FromMigrating =
        new() { ["migrations"] = long.MaxValue, ["tenants"] = 1, ["installation"] = 1, ["protection_keys"] = 1 };

    private readonly NpgsqlConnection connection;
    private List<Statements.TableStatements> tables = [];

    private RestoreTarget(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<RestoreTarget> OpenAsync(string connectionString, CancellationToken ct)
    {
        var target = new RestoreTarget(new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ConnectionString));

        try
        {
            await target.connection.OpenAsync(ct);
            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends with a sentence unless this is an empty database of the very build that the copy comes from, and nobody serves it.</summary>
    public async Task RefuseUnfitAsync(BackupManifest manifest, CancellationToken ct)
    {
        var (isMigrated, isOwner, isServed) = await Statements.ReadOneAsync(
            connection,
            """
            select to_regclass('migrations') is not null,
                   not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
                               where c.relkind = 'r' and c.relowner <> current_user::regrole),
                   exists (select from pg_stat_activity where datname = current_database() and usename = 'hub_app')
            """,
            row => (row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2)),
            ct);

        if (!isMigrated)
        {
            throw new BackupException("The database has no tables yet: run 'hub migrate' first.");
        }

        if (!isOwner)
        {
            throw new BackupException("The tables belong to another role: restore as hub_owner, which migrated.");
        }

        if (isServed)
        {
            throw new BackupException("A site is connected to the database as hub_app: stop it first.");
        }

        await RefuseOtherMigrationsAsync(manifest, ct);
        tables = await Statements.TablesAsync(connection, ct);

        if (!tables.Select(table => table.Name).ToHashSet().SetEquals(manifest.Tables.Select(table => table.Name)))
        {
            throw new BackupException("The database has other tables than the copy, although their migrations are the same: somebody made or dropped one.");
        }
    }

    private async Task RefuseOtherMigrationsAsync(BackupManifest manifest, CancellationToken ct)
    {
        var here = await BackupSource.AppliedMigrationsAsync(connection, ct);

        if (!here.SequenceEqual(manifest.Migrations))
        {
            var missing = string.Join(", ", manifest.Migrations.Except(here).Select(migration => migration.Name));
            var strange = string.Join(", ", here.Except(manifest.Migrations).Select(migration => migration.Name));
            throw new BackupException(
                "The database has other migrations than the copy"
                + (missing.Length > 0 ? $"; only the copy has {missing}" : "")
                + (strange.Length > 0 ? $"; only the database has {strange}" : "")
                + ": migrate an empty database with the build that made the copy, restore, then go on to a newer one.");
        }
    }

    /// <param name="open">The copied rows of a table by its name.</param>
    public async Task FillAsync(BackupManifest manifest, Func<string, Task<Stream>> open, Steps steps, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (before, after, truncate) = await StatementsAroundAsync(ct);

        // Locks every table, so that what is empty now stays so.
        await Statements.RunAsync(connection, before, ct);
        await RefuseFilledAsync(ct);
        await Statements.RunAsync(connection, truncate, ct);

        foreach (var table in tables.Where(table => table.Name != "migrations"))
        {
            await using (var rows = await open(table.Name))
            await using (var into = await connection.BeginRawBinaryCopyAsync(table.CopyIn, ct))
            {
                await rows.CopyToAsync(into, ct);
            }

            steps.Next();
        }

        await SetSequencesAsync(manifest, ct);
        await Statements.RunAsync(connection, "set constraints all immediate", ct);
        await CompareAsync(manifest, ct);
        await Statements.RunAsync(connection, after, ct);
        await transaction.CommitAsync(ct);
        await Statements.RunAsync(connection, "analyze", ct);
    }

    private async Task<(string Before, string After, string Truncate)> StatementsAroundAsync(CancellationToken ct)
    {
        var around = await Statements.ReadAsync(
            connection,
            """
            with ours as (select c.oid, c.oid::regclass as name, c.relforcerowsecurity from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app') where c.relkind = 'r')
            select format('lock table %s in access exclusive mode', name), 'select' from ours
            union all
            select format('alter table %s no force row level security', name), format('alter table %s force row level security', name)
            from ours where relforcerowsecurity
            union all
            select format('alter table %s disable trigger %I', name, tgname), format('alter table %s enable trigger %I', name, tgname)
            from ours join pg_trigger on tgrelid = ours.oid where not tgisinternal and tgenabled = 'O'
            union all
            select format('alter table %s alter constraint %I deferrable initially deferred', name, conname),
                   format('alter table %s alter constraint %I not deferrable', name, conname)
            from ours join pg_constraint on conrelid = ours.oid where contype = 'f' and not condeferrable
            """,
            row => (Before: row.GetString(0), After: row.GetString(1)),
            ct);
        var truncate = await Statements.ReadOneAsync(
            connection,
            """
            select 'truncate ' || string_agg(c.oid::regclass::text, ', ') from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app') where c.relkind = 'r' and c.relname <> 'migrations'
            """,
            row => row.GetString(0),
            ct);
        return (string.Join(";\n", around.Select(pair => pair.Before)), string.Join(";\n", around.Select(pair => pair.After)), truncate);
    }

    private async Task RefuseFilledAsync(CancellationToken ct)
    {
        foreach (var table in tables)
        {
            if (await CountAsync(table, ct) > FromMigrating.GetValueOrDefault(table.Name))
            {
                throw new BackupException($"The database is not empty ({table.Name} has rows): make a new one and run 'hub migrate' there.");
            }
        }
    }

    private async Task SetSequencesAsync(BackupManifest manifest, CancellationToken ct)
    {
        foreach (var sequence in manifest.Sequences)
        {
            await using var set = new NpgsqlCommand("select setval($1::regclass, $2, $3)", connection);
            set.Parameters.Add(new NpgsqlParameter { Value = sequence.Name, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
            set.Parameters.Add(new NpgsqlParameter { Value = sequence.Value });
            set.Parameters.Add(new NpgsqlParameter { Value = sequence.IsCalled });
            await set.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The numbers of rows and the ends of the chains are the copy's, or nothing is kept.</summary>
    private async Task CompareAsync(BackupManifest manifest, CancellationToken ct)
    {
        var copied = manifest.Tables.ToDictionary(table => table.Name);

        foreach (var table in tables)
        {
            if (await CountAsync(table, ct) is var rows && rows != copied[table.Name].Rows)
            {
                throw new BackupException($"The table {table.Name} has {rows} rows, and the manifest says {copied[table.Name].Rows}.");
            }
        }

        if (!(await BackupSource.LedgerHeadsAsync(connection, ct)).SequenceEqual(manifest.LedgerHeads))
        {
            throw new BackupException("The chains end elsewhere than the manifest says.");
        }
    }

    private Task<long> CountAsync(Statements.TableStatements table, CancellationToken ct) =>
        Statements.ReadOneAsync(connection, table.Count, row => row.GetInt64(0), ct);

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
