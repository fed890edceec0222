using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Backup;

/// <summary>
/// Brings a copy back into an empty database and an empty folder of files. Every hash is checked before the rows count, and they count all at
/// once. A killed restore leaves an empty database, and perhaps files, which the next one takes for its own.
/// </summary>
public sealed class RestoreBackup(FileRoot root)
{
    /// <param name="Connection">As <c>hub_owner</c>, to a database that was migrated by the build that made the copy.</param>
    /// <param name="Folder">One copy, or a folder of copies, of which the newest is meant.</param>
    public sealed record Input(string Connection, string Folder);

    public sealed record Result(string Copy, BackupManifest Manifest);

    /// <exception cref="BackupException">Nothing was restored, and why.</exception>
    public async Task<Result> ExecuteAsync(Input input, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var (copy, manifest, files) = await BackupFolder.FindAsync(input.Folder, ct);

        if (root.WhyUnwritable() is { } reason)
        {
            throw new BackupException(reason);
        }

        await using var target = await RestoreTarget.OpenAsync(input.Connection, ct);
        await target.RefuseUnfitAsync(manifest, ct);
        RefuseStrangeFiles(manifest);
        var steps = new Steps((2 * manifest.Tables.Count) + manifest.Files.Count, progress);
        await CheckTablesAsync(copy, manifest, steps, ct);
        await BringFilesAsync(files, manifest, steps, ct);
        await target.FillAsync(manifest, table => OpenTableAsync(copy, table), steps, ct);
        return new Result(copy, manifest);
    }

    /// <summary>Files of the copy may stand there already, from a restore that was interrupted; anything else is somebody's.</summary>
    private void RefuseStrangeFiles(BackupManifest manifest)
    {
        var own = manifest.Files.Items.Select(file => file.PathIn(root.Path)).ToHashSet();

        foreach (var path in Directory.EnumerateFiles(root.Path, "*", SearchOption.AllDirectories))
        {
            if (path.EndsWith(BackupFolder.Partial, StringComparison.Ordinal))
            {
                File.Delete(path);
            }
            else if (!own.Contains(path))
            {
                throw new BackupException($"The folder of files is not empty: {path} is none of the copy's.");
            }
        }
    }

    private static async Task CheckTablesAsync(string copy, BackupManifest manifest, Steps steps, CancellationToken ct)
    {
        foreach (var table in manifest.Tables)
        {
            var path = BackupFolder.TableIn(copy, table.Name);

            if (!File.Exists(path) || await CheckedCopy.HashAsync(path, ct) != (table.Bytes, table.Sha256))
            {
                throw new BackupException($"{path} is missing or is not what was backed up: take another copy.");
            }

            steps.Next();
        }
    }

    private async Task BringFilesAsync(string from, BackupManifest manifest, Steps steps, CancellationToken ct)
    {
        foreach (var file in manifest.Files.Items)
        {
            var (source, to) = (file.PathIn(from), file.PathIn(root.Path));
            var isThere = File.Exists(to) && await CheckedCopy.HashAsync(to, ct) == (file.Bytes, file.Sha256);

            if (!isThere && !await CheckedCopy.KeepAsync(source, to, file, ct))
            {
                throw new BackupException($"{source} is missing or is not what was backed up: take another copy.");
            }

            steps.Next();
        }
    }

    private static Task<Stream> OpenTableAsync(string copy, string table) =>
        Task.FromResult<Stream>(File.OpenRead(BackupFolder.TableIn(copy, table)));
}
