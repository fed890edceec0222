namespace OpenStateHub.Core.Files;

/// <summary>The folder that holds the files of all places, one folder each.</summary>
/// <param name="data">HUB_DATA; null where none is named, as for commands that touch no file.</param>
public sealed class FileRoot(string? data)
{
    public string Path { get; } = data is null ? "" : System.IO.Path.GetFullPath(System.IO.Path.Combine(data, "files"));

    /// <summary>Tries to write, because only that tells: who runs the process, the disk and its mount all have a say.</summary>
    public void RefuseUnwritable()
    {
        if (Path.Length == 0)
        {
            throw new FileRootException("HUB_DATA is not set: the site needs a folder in which it keeps files.");
        }

        try
        {
            Directory.CreateDirectory(Path);
            var probe = System.IO.Path.Combine(Path, $".probe-{Guid.CreateVersion7():N}");
            using var _ = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileRootException($"The folder of files {Path} cannot be written ({e.Message.TrimEnd('.')}): set HUB_DATA to a folder that the site may write.", e);
        }
    }
}

/// <summary>The site could keep no file, so it does not start.</summary>
public sealed class FileRootException(string message, Exception? inner = null) : Exception(message, inner);
