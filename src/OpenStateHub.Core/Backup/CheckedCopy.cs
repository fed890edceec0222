using System.Buffers;
using System.Security.Cryptography;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Backup;

/// <summary>Copies bytes and takes their SHA-256 on the way.</summary>
internal static class CheckedCopy
{
    private const int BufferSize = 128 * 1024;

    /// <param name="target">Null: only the hash is wanted.</param>
    public static async Task<(long Bytes, string Sha256)> CopyAsync(Stream source, Stream? target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        long bytes = 0;

        try
        {
            while (await source.ReadAsync(buffer, ct) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                bytes += read;

                if (target is not null)
                {
                    await target.WriteAsync(buffer.AsMemory(0, read), ct);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static async Task<(long Bytes, string Sha256)> HashAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return await CopyAsync(file, null, ct);
    }

    /// <summary>Copies a stored file under its name, which it gets only when its bytes were seen to be right and are on disk.</summary>
    /// <returns>Whether they were right.</returns>
    public static async Task<bool> KeepAsync(string from, string to, CopiedFile file, CancellationToken ct)
    {
        try
        {
            await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
            return await KeepAsync(source, to, file, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    public static async Task<bool> KeepAsync(Stream source, string to, CopiedFile file, CancellationToken ct)
    {
        var partial = to + BackupFolder.Partial;
        BackupFolder.CreateFolder(Path.GetDirectoryName(to)!);

        try
        {
            await using (var target = new FileStream(partial, BackupFolder.NewFile))
            {
                if (await CopyAsync(source, target, ct) != (file.Bytes, file.Sha256))
                {
                    return false;
                }

                target.Flush(flushToDisk: true);
            }

            File.Move(partial, to, overwrite: true);
            var folder = Path.GetDirectoryName(to)!;
            DiskFolder.Flush(folder);
            DiskFolder.Flush(Path.GetDirectoryName(folder)!);
            return true;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
