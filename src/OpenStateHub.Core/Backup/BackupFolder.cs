using System.Globalization;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Backup;

/// <summary>
/// A folder of copies: a folder for each, named by its moment, and beside them the files that they share, each under its SHA-256.
/// What is being written bears another name, and gets its own when it is whole.
/// </summary>
internal sealed class BackupFolder
{
    public const string Partial = ".partial";
    private const string ManifestName = "manifest.json", FilesName = "files", LockName = ".lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A copy holds what everybody's cookies are made with, and letters: nobody but its owner reads it.</summary>
    public static readonly FileStreamOptions NewFile = Private(FileMode.Create);

    /// <summary>One that is read again before it is closed.</summary>
    public static readonly FileStreamOptions NewReadableFile = Private(FileMode.Create, FileAccess.ReadWrite);

    private readonly string path;

    private BackupFolder(string path) => this.path = Path.GetFullPath(path);

    public string Files => Path.Combine(path, FilesName);

    public static string TableIn(string copy, string table) => Path.Combine(copy, $"{table}.copy");

    public static BackupFolder Open(string path)
    {
        CreateFolder(path);
        return new(path);
    }

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>One writer at a time; a killed one holds nothing any more.</summary>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(Path.Combine(path, LockName), Private(FileMode.OpenOrCreate));
        }
        catch (IOException e) when (File.Exists(Path.Combine(path, LockName)) && e is not DirectoryNotFoundException)
        {
            throw new BackupException($"Another backup is being written to {path}.");
        }
    }

    /// <summary>An empty folder for a new copy; what a killed backup left goes.</summary>
    public string Begin()
    {
        foreach (var left in Directory.GetDirectories(path, $"*{Partial}"))
        {
            Directory.Delete(left, recursive: true);
        }

        var copy = Path.Combine(path, $"new{Partial}");
        CreateFolder(copy);
        return copy;
    }

    /// <summary>Gives a copy its name. When this returns, a power cut takes nothing of it.</summary>
    public async Task<string> FinishAsync(string copy, BackupManifest manifest, CancellationToken ct)
    {
        await manifest.WriteAsync(Path.Combine(copy, ManifestName), ct);
        DiskFolder.Flush(copy);
        var name = manifest.TakenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss.fff'Z'", CultureInfo.InvariantCulture);
        var whole = Path.Combine(path, name);
        Directory.Move(copy, whole);
        DiskFolder.Flush(path);
        return whole;
    }

    /// <summary>The newest copies stay, the others go, and with them the files that only they named.</summary>
    public async Task<int> KeepAsync(int newest, CancellationToken ct)
    {
        var copies = Copies(path);
        var removed = copies.SkipLast(newest).ToList();

        foreach (var copy in removed)
        {
            // Under another name first: half a deletion must not look like a copy.
            Directory.Move(copy, copy + Partial);
            Directory.Delete(copy + Partial, recursive: true);
        }

        if (removed.Count > 0 && Directory.Exists(Files))
        {
            await RemoveUnnamedFilesAsync(copies.TakeLast(newest), ct);
        }

        return removed.Count;
    }

    private async Task RemoveUnnamedFilesAsync(IEnumerable<string> copies, CancellationToken ct)
    {
        var named = new HashSet<string>();

        foreach (var copy in copies)
        {
            named.UnionWith((await ManifestAsync(copy, ct)).Files.Items.Select(file => file.PathIn(Files)));
        }

        foreach (var file in Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories).Where(file => !named.Contains(file)).ToList())
        {
            File.Delete(file);
        }
    }

    /// <param name="path">One copy, or a folder of copies, of which the newest is meant.</param>
    /// <returns>The copy's folder, its manifest, and the folder of files that belongs to it.</returns>
    public static async Task<(string Copy, BackupManifest Manifest, string Files)> FindAsync(string path, CancellationToken ct)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var copy = IsCopy(full) ? full
            : Directory.Exists(full) && Copies(full) is [.., var newest] ? newest
            : throw new BackupException($"{full} holds no whole copy.");
        return (copy, await ManifestAsync(copy, ct), Path.Combine(Path.GetDirectoryName(copy)!, FilesName));
    }

    private static async Task<BackupManifest> ManifestAsync(string copy, CancellationToken ct) =>
        await BackupManifest.ReadAsync(Path.Combine(copy, ManifestName), ct) is not { } manifest ? throw new BackupException($"The manifest of {copy} cannot be read.")
        : manifest.Format != BackupManifest.CurrentFormat ? throw new BackupException($"{copy} has the format {manifest.Format}, and this build knows {BackupManifest.CurrentFormat}.")
        : manifest;

    private static List<string> Copies(string path) => [.. Directory.GetDirectories(path).Where(IsCopy).Order(StringComparer.Ordinal)];

    private static bool IsCopy(string path) => !path.EndsWith(Partial, StringComparison.Ordinal) && File.Exists(Path.Combine(path, ManifestName));

    private static FileStreamOptions Private(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, Options = FileOptions.Asynchronous };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
