using System.Buffers.Binary;

namespace OpenStateHub.Core.Files;

/// <summary>The one value of a picture's Exif part that is kept: which way is up (tag 0x0112 of the first directory).</summary>
internal static class ExifOrientation
{
    private const int HeaderLength = 6, EntryLength = 12, OrientationTag = 0x0112;
    private const ushort Upright = 1, Highest = 8;

    /// <param name="body">Of an APP1 segment.</param>
    /// <returns>2 to 8; null where nothing or "upright" is said, or it is no Exif.</returns>
    public static ushort? Of(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("Exif\0"u8) || body.Length < HeaderLength + 8)
        {
            return null;
        }

        var tiff = body[HeaderLength..];
        var isLittle = tiff.StartsWith("II"u8);
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);

        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[((int)directory + 2)..];

        for (var left = Number(tiff[(int)directory..], isLittle); left > 0 && entries.Length >= EntryLength; left--, entries = entries[EntryLength..])
        {
            if (Number(entries, isLittle) == OrientationTag)
            {
                return Number(entries[8..], isLittle) is > Upright and <= Highest and var orientation ? orientation : null;
            }
        }

        return null;
    }

    /// <summary>A whole APP1 segment that says this and nothing else.</summary>
    public static byte[] Segment(ushort orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8,
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Number(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
