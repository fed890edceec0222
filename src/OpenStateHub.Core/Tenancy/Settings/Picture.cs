using System.Buffers.Binary;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>What a picture's own bytes say of it: PNG, JPEG or WebP, and its size in pixels.</summary>
public sealed record Picture(string MediaType, int Width, int Height)
{
    private const int ShortestPng = 45;
    private const int ShortestWebp = 30;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    private static ReadOnlySpan<byte> JpegSignature => [0xff, 0xd8, 0xff];

    /// <returns>Null where it is none of the three, or is cut short.</returns>
    public static Picture? Read(ReadOnlySpan<byte> file)
    {
        var found = file.StartsWith(PngSignature) ? ReadPng(file)
            : file.StartsWith(JpegSignature) ? ReadJpeg(file)
            : file.StartsWith("RIFF"u8) ? ReadWebp(file)
            : null;
        return found is { Width: > 0, Height: > 0 } ? found : null;
    }

    // The header comes first and says the size; the closing part stands at the very end, so that nothing is hidden behind the picture.
    private static Picture? ReadPng(ReadOnlySpan<byte> file) =>
        file.Length >= ShortestPng && file[12..16].SequenceEqual("IHDR"u8) && file[^8..^4].SequenceEqual("IEND"u8)
            ? new Picture("image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null;

    /// <summary>Goes from segment to segment until the frame, which says the size.</summary>
    private static Picture? ReadJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;

        while (at + 9 <= file.Length && file[at] == 0xff)
        {
            var marker = file[at + 1];

            // Padding before a marker.
            if (marker == 0xff)
            {
                at++;
                continue;
            }

            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return new Picture("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    private static Picture? ReadWebp(ReadOnlySpan<byte> file)
    {
        if (file.Length < ShortestWebp || !file[8..12].SequenceEqual("WEBP"u8) || BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L != file.Length)
        {
            return null;
        }

        var kind = file[12..16];

        if (kind.SequenceEqual("VP8X"u8))
        {
            return Webp(1 + UInt24(file[24..]), 1 + UInt24(file[27..]));
        }

        if (kind.SequenceEqual("VP8L"u8) && file[20] == 0x2f)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return Webp(1 + (int)(bits & 0x3fff), 1 + (int)((bits >> 14) & 0x3fff));
        }

        return kind.SequenceEqual("VP8 "u8) && file[23..26].SequenceEqual((ReadOnlySpan<byte>)[0x9d, 0x01, 0x2a])
            ? Webp(BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3fff)
            : null;
    }

    private static Picture Webp(int width, int height) => new("image/webp", width, height);

    private static int UInt24(ReadOnlySpan<byte> file) => file[0] | (file[1] << 8) | (file[2] << 16);
}
