using Npgsql;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>
/// Brings an archive into a new place, a listed one, or one in which nobody has done anything yet. The whole archive is checked before anything is
/// written; then come the files, each under its hash, and last the rows, which count all at once. A killed import leaves no row, and files that
/// <see cref="SweepLeftFolders"/> takes away.
/// </summary>
public sealed class ImportTenant(FileRoot root, TimeProvider clock)
{
    /// <param name="Connection">As <c>hub_owner</c>.</param>
    /// <param name="As">The slug it gets; null: the one it had.</param>
    public sealed record Input(string Connection, string File, string? As = null);

    /// <param name="CodeOf">The slug of the place that holds its INEGI code, so that this one has none; null where it has its own.</param>
    public sealed record Result(string Slug, ArchiveManifest Manifest, string? CodeOf);

    /// <exception cref="ArchiveException">Nothing was written that anybody sees, and why.</exception>
    public async Task<Result> ExecuteAsync(Input input, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        await using var archive = await OpenedArchive.OpenAsync(input.File, ct);
        await using var connection = await OwnerConnection.OpenAsync(input.Connection, ct);
        var manifest = archive.Manifest;
        var tables = await ArchiveTables.TravellingAsync(connection, ct);
        var steps = new Steps((2 * manifest.Tables.Count) + (2 * manifest.Files.Count), progress);
        await archive.CheckAsync(tables, await BackupSource.AppliedMigrationsAsync(connection, ct), steps, ct);

        if (manifest.Files.Count > 0 && root.WhyUnwritable() is { } reason)
        {
            throw new ArchiveException(reason);
        }

        await connection.TakeTurnAsync(ct);
        await connection.EnterAsync(TenantId.National, ct);
        var target = await ImportTarget.FindAsync(connection, manifest.Place, input.As ?? manifest.Place.Slug, ct);
        await target.RefuseFilledAsync(connection, tables, ct);
        await BringFilesAsync(archive, target.Id, steps, ct);
        await WriteAsync(connection, archive, target, tables, steps, ct);
        return new Result(target.Slug, manifest, target.CodeOf);
    }

    private async Task BringFilesAsync(OpenedArchive archive, TenantId place, Steps steps, CancellationToken ct)
    {
        foreach (var stored in archive.Manifest.Files)
        {
            var file = stored.Of(place);
            await using var content = await archive.OpenAsync(stored, ct);

            if (!await CheckedCopy.KeepAsync(content, file.PathIn(root.Path), file, ct))
            {
                throw new ArchiveException($"The file {stored.Sha256} could not be written as it is in the archive.");
            }

            steps.Next();
        }
    }

    private async Task WriteAsync(
        NpgsqlConnection connection, OpenedArchive archive, ImportTarget target, List<ArchiveTable> tables, Steps steps, CancellationToken ct)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await StageAsync(connection, archive, ct);
            await connection.WithoutTriggersAsync(transaction, ArchiveEvents.Inserting, async () =>
            {
                await target.ProvisionAsync(connection, ct);
                await target.RefuseFilledAsync(connection, tables, ct);
                await FillAsync(connection, archive.Manifest, tables, steps, ct);
            }, ct);
            await NationalFigures.FoldAgainAsync(connection, target.Id, clock.GetUtcNow(), ct);
            await AskForWorkAsync(connection, target.Id, ct);
            await transaction.CommitAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("23", StringComparison.Ordinal) || e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new ArchiveException($"The archive's rows break a rule of the database ({e.TableName}: {e.MessageText}), and nothing of it was kept.");
        }
    }

    /// <summary>All rows as text, beside the tables: this may take long and keeps nobody waiting.</summary>
    private static async Task StageAsync(NpgsqlConnection connection, OpenedArchive archive, CancellationToken ct)
    {
        await Statements.RunAsync(connection, "create temporary table archived_rows (of_table text not null, line integer not null, row jsonb not null) on commit drop", ct);

        await using (var rows = await connection.BeginBinaryImportAsync("copy archived_rows (of_table, line, row) from stdin (format binary)", ct))
        {
            foreach (var table in archive.Manifest.Tables)
            {
                var number = 0;

                await foreach (var line in archive.LinesAsync(table.Name, ct))
                {
                    await rows.StartRowAsync(ct);
                    await rows.WriteAsync(table.Name, NpgsqlTypes.NpgsqlDbType.Text, ct);
                    await rows.WriteAsync(++number, NpgsqlTypes.NpgsqlDbType.Integer, ct);
                    await rows.WriteAsync(line, NpgsqlTypes.NpgsqlDbType.Jsonb, ct);
                }
            }

            await rows.CompleteAsync(ct);
        }

        await Statements.RunAsync(connection, "create index on archived_rows (of_table); analyze archived_rows", ct);
    }

    private static async Task FillAsync(NpgsqlConnection connection, ArchiveManifest manifest, List<ArchiveTable> tables, Steps steps, CancellationToken ct)
    {
        foreach (var derived in tables.Where(table => TravelRules.Derived.Contains(table.Name)))
        {
            await Statements.RunAsync(connection, derived.Delete, ct);
        }

        foreach (var table in tables)
        {
            await Statements.RunAsync(connection, table.Insert, ct);
            var (rows, expected) = (await Statements.ReadOneAsync(connection, table.Count, row => row.GetInt64(0), ct), manifest.Tables.Single(t => t.Name == table.Name).Rows);

            if (rows != expected)
            {
                throw new ArchiveException($"{table.Name} has {rows} rows now, and the manifest says {expected}: nothing was kept.");
            }

            steps.Next();
        }
    }

    /// <summary>Whatever the place's clock asks for: each work finds by itself what is due, and when it is due again.</summary>
    private async Task AskForWorkAsync(NpgsqlConnection connection, TenantId place, CancellationToken ct)
    {
        var kinds = Enum.GetNames<WorkKind>().Where(kind => kind is not (nameof(WorkKind.Totals) or nameof(WorkKind.Mail))).ToArray();
        await using var ask = new NpgsqlCommand(
            "insert into work_due (tenant_id, kind, due_at) select @place, kind, @now from unnest(@kinds) as kind on conflict (tenant_id, kind) do update set due_at = excluded.due_at",
            connection);
        ask.Parameters.AddWithValue("place", place.Value);
        ask.Parameters.AddWithValue("kinds", kinds);
        ask.Parameters.AddWithValue("now", clock.GetUtcNow());
        await ask.ExecuteNonQueryAsync(ct);
    }
}
