namespace OpenStateHub.Core.Files;

/// <summary>The folder that holds the files of all places, one folder each.</summary>
/// <param name="data">HUB_DATA; null where none is named, as for commands that touch no file.</param>
public sealed class FileRoot(string? data)
{
    public string Path { get; } = string.IsNullOrEmpty(data) ? "" : System.IO.Path.GetFullPath(System.IO.Path.Combine(data, "files"));

    /// <summary>Tries to write, because only that tells: who runs the process, the disk and its mount all have a say.</summary>
    /// <returns>One sentence for the operator; null where all is well.</returns>
    public string? WhyUnwritable()
    {
        if (Path.Length == 0)
        {
            return "HUB_DATA is not set: the site needs a folder in which it keeps files.";
        }

        try
        {
            Directory.CreateDirectory(Path);
            var probe = System.IO.Path.Combine(Path, $".probe-{Guid.CreateVersion7():N}");
            using var _ = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The folder of files cannot be written ({e.Message.TrimEnd('.')}): set HUB_DATA to a folder that the site may write.";
        }
    }
}
