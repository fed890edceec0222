using System.Security.Cryptography;

namespace OpenStateHub.Core.Files;

/// <summary>A file while it is received, hashed as it is written. Whoever does not keep it leaves nothing behind.</summary>
internal sealed class IncomingFile(string path) : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Path => path;

    public long Bytes { get; private set; }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> part, CancellationToken ct)
    {
        hash.AppendData(part.Span);
        Bytes += part.Length;
        return file.WriteAsync(part, ct);
    }

    /// <summary>Returns the SHA-256 once all bytes are on the disk itself.</summary>
    public async Task<string> CompleteAsync(CancellationToken ct)
    {
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Writes what it still holds, and fails once more on a full disk.
            await file.DisposeAsync();
        }
        finally
        {
            hash.Dispose();
            File.Delete(path);
        }
    }
}
