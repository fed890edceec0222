using System.Security.Cryptography;
using System.Text;

namespace OpenStateHub.Core.Archives;

/// <summary>
/// The SHA-256 of the whole file, in its own last 64 characters: the end of the ZIP's comment. It tells damage of every byte, also of those that no
/// unpacker looks at. Against forgery it proves nothing: that is what the checks of <see cref="OpenedArchive"/> are for.
/// </summary>
internal static class ArchiveSeal
{
    public const int Length = 64;
    private const string Introduction = "OpenStateHub: the SHA-256 of everything before it is ";

    /// <summary>The comment of a ZIP that is not sealed yet.</summary>
    public static readonly string Blank = Introduction + new string('0', Length);

    public static async Task<string> SealAsync(FileStream file, CancellationToken ct)
    {
        var sha256 = await HashAsync(file, ct);
        file.Position = file.Length - Length;
        await file.WriteAsync(Encoding.ASCII.GetBytes(sha256), ct);
        file.Flush(flushToDisk: true);
        return sha256;
    }

    /// <summary>What the seal says, unchecked: of a file that was sealed a moment ago.</summary>
    public static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        var end = new byte[Length];
        file.Position = file.Length - Length;
        await file.ReadExactlyAsync(end, ct);
        return Encoding.ASCII.GetString(end);
    }

    /// <returns>Null where the file is not what was sealed, or never was.</returns>
    public static async Task<string?> CheckAsync(FileStream file, CancellationToken ct)
    {
        if (file.Length < Introduction.Length + Length)
        {
            return null;
        }

        var end = new byte[Introduction.Length + Length];
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, ct);
        var sha256 = await HashAsync(file, ct);
        return Encoding.ASCII.GetString(end) == Introduction + sha256 ? sha256 : null;
    }

    private static async Task<string> HashAsync(FileStream file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var left = file.Length - Length;
        file.Position = 0;

        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), ct);

            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
