using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>The folder of the tenant of this scope: no path that it gives leads out of it. A file stands under its own SHA-256.</summary>
public sealed class FileFolder(FileRoot root, TenantContext tenant)
{
    private const string Incoming = "incoming";
    private const string Archives = "archives";
    private const int HashLength = 64;

    private string Own => Path.Combine(root.Path, tenant.Current.Id.ToString());

    /// <summary>Where an archive of the place stands while it is kept for download: it goes with the place's folder.</summary>
    internal string ArchiveOf(Guid export)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Own, Archives));
        return Path.Combine(folder.FullName, $"{export:N}.zip");
    }

    public string PathOf(string sha256) => sha256.Length == HashLength && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Own, sha256[..2], sha256)
        : throw new ArgumentException("A file stands under 64 lower-case hexadecimal digits.", nameof(sha256));

    internal IncomingFile Receive()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Own, Incoming));
        return new IncomingFile(Path.Combine(folder.FullName, Guid.CreateVersion7().ToString("N")));
    }

    /// <summary>Gives a received file its name for good. When this returns, a power cut takes neither the bytes nor the name.</summary>
    internal void Keep(IncomingFile received, string sha256)
    {
        var path = PathOf(sha256);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        File.Move(received.Path, path, overwrite: true);
        DiskFolder.Flush(folder);
        DiskFolder.Flush(Own);
        DiskFolder.Flush(root.Path);
    }

    internal void Remove(string sha256) => File.Delete(PathOf(sha256));

    /// <summary>The hashes of all files that stand here and were last written before that time.</summary>
    internal IEnumerable<string> Kept(DateTimeOffset before) =>
        !Directory.Exists(Own) ? [] :
            from folder in Directory.EnumerateDirectories(Own)
            where Path.GetFileName(folder).Length == 2
            from file in new DirectoryInfo(folder).EnumerateFiles()
            where file.LastWriteTimeUtc < before.UtcDateTime
            select file.Name;

    /// <summary>Deletes what was being received when a process ended.</summary>
    /// <returns>How many younger ones are still there: uploads under way, or left behind less than a day ago.</returns>
    internal int SweepIncoming(DateTimeOffset before)
    {
        var left = 0;
        var folder = new DirectoryInfo(Path.Combine(Own, Incoming));

        foreach (var file in folder.Exists ? folder.EnumerateFiles() : [])
        {
            if (file.LastWriteTimeUtc < before.UtcDateTime)
            {
                file.Delete();
            }
            else
            {
                left++;
            }
        }

        return left;
    }
}
