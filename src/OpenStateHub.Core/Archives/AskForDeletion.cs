using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Archives;

/// <summary>
/// An operator asks that a place at rest be erased, and shows the archive that will be left of it. From then on thirty days run. In the national scope.
/// </summary>
public sealed class AskForDeletion(HubDbContext db, KnowOperator operators, TimeProvider clock)
{
    /// <param name="Connection">As <c>hub_owner</c>.</param>
    /// <param name="Archive">Must hold exactly what the place holds.</param>
    /// <param name="Email">Of the operator.</param>
    public sealed record Input(string Connection, string Slug, string Archive, string Email, string Password);

    /// <exception cref="ArchiveException">Nothing was asked for, and why.</exception>
    public async Task<DeletionRequest> ExecuteAsync(Input input, CancellationToken ct)
    {
        var by = await operators.ExecuteAsync(input.Email, input.Password, ct);
        var (place, contents, _, _) = await CompareArchive.ReadAsync(input.Connection, input.Slug, ct);
        await using var archive = await OpenedArchive.OpenAsync(input.Archive, ct);

        if (archive.Manifest.Place.Id != place.Value)
        {
            throw new ArchiveException($"The archive is of another place ({archive.Manifest.Place.Slug}).");
        }

        await CheckAsync(archive, input.Connection, ct);

        if (CompareArchive.ContentsOf(archive.Manifest.Tables, archive.Manifest.Files) != contents)
        {
            throw new ArchiveException("The place holds something else than the archive: export it again, now that it is at rest.");
        }

        var now = clock.GetUtcNow();
        var request = new DeletionRequest
        {
            PlaceId = place,
            RequestedBy = by,
            RequestedAt = now,
            DueAt = now + DeletionRequest.Wait,
            ArchiveSha256 = archive.Sha256,
            ContentsSha256 = contents,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Who asks again waits again.
        await db.DeletionRequests.Where(other => other.PlaceId == place).ExecuteDeleteAsync(ct);
        db.DeletionRequests.Add(request);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return request;
    }

    private static async Task CheckAsync(OpenedArchive archive, string connectionString, CancellationToken ct)
    {
        await using var connection = await OwnerConnection.OpenAsync(connectionString, ct);
        var tables = await ArchiveTables.TravellingAsync(connection, ct);
        await archive.CheckAsync(tables, await BackupSource.AppliedMigrationsAsync(connection, ct), new Steps(tables.Count + archive.Manifest.Files.Count, null), ct);
    }
}
