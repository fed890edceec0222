using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>
/// A second operator confirms a request that is due: every row of the place goes in one transaction, and a tombstone without personal data stays. Its
/// files go right after (<see cref="SweepLeftFolders"/>). The place itself is listed again, as before it was a tenant. In the national scope.
/// </summary>
public sealed class EraseTenant(HubDbContext db, KnowOperator operators, TimeProvider clock)
{
    /// <param name="Connection">As <c>hub_owner</c>.</param>
    /// <param name="Email">Of the operator who confirms.</param>
    public sealed record Input(string Connection, string Slug, string Email, string Password);

    public sealed record Result(long Rows, int Files, string ArchiveSha256);

    /// <exception cref="ArchiveException">Nothing was erased, and why.</exception>
    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        var by = await operators.ExecuteAsync(input.Email, input.Password, ct);
        var (place, contents, rows, files) = await CompareArchive.ReadAsync(input.Connection, input.Slug, ct);
        var request = await db.DeletionRequests.AsNoTracking().SingleOrDefaultAsync(found => found.PlaceId == place, ct)
            ?? throw new ArchiveException($"Nobody asked for it: 'hub tenants delete {input.Slug} --archive FILE.zip' does, with an archive of the place.");

        if (request.WhyNot(by, clock.GetUtcNow()) is { } reason)
        {
            throw new ArchiveException(reason);
        }

        if (request.ContentsSha256 != contents)
        {
            throw new ArchiveException("The place holds something else than the archive that was shown: export it, and ask again.");
        }

        await using var connection = await OwnerConnection.OpenAsync(input.Connection, ct);
        await connection.TakeTurnAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.EnterAsync(TenantId.National, ct);
        await CloseAsync(connection, request, ct);
        await BuryAsync(connection, request, rows, files, ct);
        await NationalFigures.FoldAgainAsync(connection, place, clock.GetUtcNow(), ct);
        var elsewhere = await ElsewhereAsync(connection, place, ct);
        var tables = await ArchiveTables.AllAsync(connection, ct);
        await connection.WithoutTriggersAsync(transaction, ArchiveEvents.Deleting, async () =>
        {
            await Statements.RunAsync(connection, elsewhere, ct);
            await connection.EnterAsync(place, ct);

            foreach (var table in Enumerable.Reverse(tables))
            {
                await Statements.RunAsync(connection, table.Delete, ct);
            }
        }, ct);
        await transaction.CommitAsync(ct);
        return new Result(rows, files, request.ArchiveSha256);
    }

    /// <summary>Locks the place's row: whoever resumed it meanwhile took the request away.</summary>
    private static async Task CloseAsync(NpgsqlConnection connection, DeletionRequest request, CancellationToken ct)
    {
        await using var close = new NpgsqlCommand(
            """
            with freed as (delete from place_domains where place_id = @place)
            update tenants set status = 'Listed', invited_on = null, status_reason = null, status_changed_at = null where id = @place and status = 'Archived'
               and exists (select from deletion_requests where id = @request and place_id = @place)
            """,
            connection);
        close.Parameters.AddWithValue("place", request.PlaceId.Value);
        close.Parameters.AddWithValue("request", request.Id);

        if (await close.ExecuteNonQueryAsync(ct) != 1)
        {
            throw new ArchiveException("The place changed meanwhile, and nothing was erased.");
        }
    }

    private async Task BuryAsync(NpgsqlConnection connection, DeletionRequest request, long rows, int files, CancellationToken ct)
    {
        await using var bury = new NpgsqlCommand(
            """
            with buried as (
                insert into tombstones (place_id, erased_at, archive_sha256, rows, files) values (@place, @now, @archive, @rows, @files)
            )
            insert into erased_heads (place_id, day, sequence, hash, erased_on)
            select head.tenant_id, head.day, head.sequence, head.hash, (@now at time zone place.time_zone)::date
            from ledger_days head join tenants place on place.id = head.tenant_id where head.tenant_id = @place
            on conflict do nothing
            """,
            connection);
        bury.Parameters.AddWithValue("place", request.PlaceId.Value);
        bury.Parameters.AddWithValue("now", clock.GetUtcNow());
        bury.Parameters.AddWithValue("archive", request.ArchiveSha256);
        bury.Parameters.AddWithValue("rows", rows);
        bury.Parameters.AddWithValue("files", files);
        await bury.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What names the place in tables of the nation or of all: due work, failures of jobs, the request itself. The catalogue stays.</summary>
    private static async Task<string> ElsewhereAsync(NpgsqlConnection connection, TenantId place, CancellationToken ct)
    {
        await using var find = new NpgsqlCommand(
            """
            select format('delete from %s where %I = %L', k.conrelid::regclass, a.attname, @place)
            from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where k.contype = 'f' and k.confrelid = 'tenants'::regclass and cardinality(k.conkey) = 1
              and not exists (select from pg_policy p where p.polrelid = k.conrelid
                              and (p.polname = 'catalogue_read' or a.attname = 'tenant_id' and p.polname in ('tenant_isolation', 'published_read')))
            order by 1
            """,
            connection);
        find.Parameters.AddWithValue("place", place.Value);
        return string.Join(";\n", await Statements.ReadAsync(find, row => row.GetString(0), ct));
    }
}
