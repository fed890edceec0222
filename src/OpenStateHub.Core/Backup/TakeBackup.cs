using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Backup;

/// <summary>Writes one consistent copy of database and files into a folder of copies. Files that an earlier copy brought are not copied again.</summary>
public sealed class TakeBackup(FileRoot root, TimeProvider clock)
{
    /// <param name="Connection">As <c>hub_backup</c>.</param>
    /// <param name="Folder">Holds the copies; is made where it is missing.</param>
    /// <param name="Keep">How many of the newest copies stay; null: all.</param>
    public sealed record Input(string Connection, string Folder, int? Keep = null);

    /// <param name="NewFiles">Of the copy's files, those that no earlier copy had brought.</param>
    /// <param name="Removed">Older copies that went.</param>
    public sealed record Result(string Copy, BackupManifest Manifest, int NewFiles, int Removed);

    /// <exception cref="BackupException">Nothing was kept, and why.</exception>
    public async Task<Result> ExecuteAsync(Input input, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        if (root.Path.Length == 0)
        {
            throw new BackupException("HUB_DATA is not set: a backup needs the site's folder of files.");
        }

        var folder = BackupFolder.Open(input.Folder);
        await using var only = folder.Lock();
        await using var source = await BackupSource.OpenAsync(input.Connection, ct);
        var copy = folder.Begin();

        try
        {
            var (manifest, newFiles) = await CopyAsync(source, folder, copy, progress, ct);
            var whole = await folder.FinishAsync(copy, manifest, ct);
            var removed = input.Keep is { } newest ? await folder.KeepAsync(newest, ct) : 0;
            return new Result(whole, manifest, newFiles, removed);
        }
        finally
        {
            if (Directory.Exists(copy))
            {
                Directory.Delete(copy, recursive: true);
            }
        }
    }

    private async Task<(BackupManifest Manifest, int NewFiles)> CopyAsync(
        BackupSource source, BackupFolder folder, string copy, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var migrations = await source.MigrationsAsync(ct);
        var takenAt = clock.GetUtcNow();
        var tables = await source.TablesAsync(ct);
        var sequences = await source.SequencesAsync(ct);
        var heads = await source.HeadsAsync(ct);
        var files = await source.FilesAsync(ct);
        var steps = new Steps(tables.Count + files.Count, progress);
        var copied = new List<CopiedTable>();

        foreach (var table in tables)
        {
            copied.Add(await source.CopyAsync(table, BackupFolder.TableIn(copy, table.Name), ct));
            steps.Next();
        }

        await source.EndSnapshotAsync(ct);
        var newFiles = await CopyFilesAsync(files, folder.Files, steps, ct);

        return (new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            TakenAt = takenAt,
            Server = source.Server,
            Migrations = migrations,
            Tables = copied,
            Sequences = sequences,
            Files = CopiedFiles.Of(files),
            LedgerHeads = heads,
        }, newFiles);
    }

    private async Task<int> CopyFilesAsync(List<CopiedFile> files, string target, Steps steps, CancellationToken ct)
    {
        var brought = 0;

        foreach (var file in files)
        {
            var to = file.PathIn(target);

            if (new FileInfo(to) is not { Exists: true } there || there.Length != file.Bytes)
            {
                var from = file.PathIn(root.Path);
                brought += await CheckedCopy.KeepAsync(from, to, file, ct) ? 1
                    : throw new BackupException($"The file {from} is missing or is not what it was: bring it back from an earlier copy.");
            }

            steps.Next();
        }

        return brought;
    }
}
