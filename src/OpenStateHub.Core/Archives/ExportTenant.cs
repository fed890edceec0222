using System.IO.Compression;
using System.Text.Json;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Archives;

/// <summary>
/// Writes a whole tenant as one ZIP: its rows as JSON Lines a table, its files, and a manifest with the SHA-256 of each. Nothing is held in memory
/// but a row or a piece of a file at a time.
/// </summary>
public sealed class ExportTenant(FileRoot root, TimeProvider clock)
{
    /// <param name="Connection">As <c>hub_owner</c> or <c>hub_app</c>: either is bound to the place's own rows.</param>
    /// <param name="File">Must not be there yet.</param>
    public sealed record Input(string Connection, string Slug, string File);

    /// <exception cref="ArchiveException">Nothing was written, and why.</exception>
    public async Task<ArchiveManifest> ExecuteAsync(Input input, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var whole = Path.GetFullPath(input.File);

        if (File.Exists(whole))
        {
            throw new ArchiveException($"{whole} is there already: an archive is never overwritten.");
        }

        var partial = whole + BackupFolder.Partial;

        try
        {
            ArchiveManifest manifest;

            await using (var snapshot = await TenantSnapshot.OpenAsync(input.Connection, input.Slug, ct))
            await using (var file = new FileStream(partial, BackupFolder.NewReadableFile))
            {
                manifest = await WriteAsync(snapshot, file, progress, ct);
                await ArchiveSeal.SealAsync(file, ct);
            }

            File.Move(partial, whole, overwrite: false);
            DiskFolder.Flush(Path.GetDirectoryName(whole)!);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private async Task<ArchiveManifest> WriteAsync(TenantSnapshot snapshot, FileStream file, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var takenAt = clock.GetUtcNow();
        var migrations = await snapshot.MigrationsAsync(ct);
        var files = await snapshot.FilesAsync(ct);
        var steps = new Steps(snapshot.Tables.Count + files.Count, progress);
        var tables = new List<CopiedTable>();
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        zip.Comment = ArchiveSeal.Blank;

        foreach (var table in snapshot.Tables)
        {
            await using var entry = await NewAsync(zip, ArchiveNames.OfTable(table.Name), CompressionLevel.Optimal, takenAt, ct);
            tables.Add(await snapshot.CopyAsync(table, entry, ct));
            steps.Next();
        }

        foreach (var stored in files)
        {
            // Pictures and PDF are compressed already.
            await using var entry = await NewAsync(zip, ArchiveNames.OfFile(stored.Sha256), CompressionLevel.NoCompression, takenAt, ct);
            await CopyAsync(stored, snapshot, entry, ct);
            steps.Next();
        }

        var manifest = new ArchiveManifest
        {
            Format = ArchiveManifest.CurrentFormat,
            TakenAt = takenAt,
            Schema = migrations[^1].Name,
            Migrations = migrations,
            Place = snapshot.Place,
            Tables = tables,
            Files = files,
            Ledger = await snapshot.HeadAsync(ct),
            LeftOut = TravelRules.Reasons,
        };
        await using var last = await NewAsync(zip, ArchiveNames.Manifest, CompressionLevel.Optimal, takenAt, ct);
        await JsonSerializer.SerializeAsync(last, manifest, ArchiveManifest.Json, ct);
        return manifest;
    }

    private async Task CopyAsync(ArchivedFile stored, TenantSnapshot snapshot, Stream entry, CancellationToken ct)
    {
        if (root.Path.Length == 0)
        {
            throw new ArchiveException("HUB_DATA is not set: the place has files, and an export needs the folder that holds them.");
        }

        var path = stored.Of(snapshot.Id).PathIn(root.Path);

        if (!File.Exists(path))
        {
            throw new ArchiveException($"The file {path} is missing: bring it back from a backup.");
        }

        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);

        if (await CheckedCopy.CopyAsync(source, entry, ct) != (stored.Bytes, stored.Sha256))
        {
            throw new ArchiveException($"The file {path} is not what it was: bring it back from a backup.");
        }
    }

    private static Task<Stream> NewAsync(ZipArchive zip, string name, CompressionLevel level, DateTimeOffset at, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = at;
        return entry.OpenAsync(ct);
    }
}
