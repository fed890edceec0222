using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace OpenStateHub.Core.Files;

/// <summary>
/// Copies a JPEG without what tells where, when and by which device it was taken: Exif, XMP, IPTC, comments, the makers' own parts and
/// whatever follows the picture. Which way is up stays, in an Exif part of its own; so do colours. The picture itself is copied bit by bit.
/// </summary>
public static class JpegWithoutPlace
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;
    private const byte FirstRestart = 0xD0, LastRestart = 0xD7;

    /// <returns>Whether it was a JPEG to the end; one whose last bytes are missing is.</returns>
    public static async Task<bool> CopyAsync(PipeReader source, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken ct)
    {
        if (await TakeAsync(source, 2, ct) is not [0xFF, Start])
        {
            return false;
        }

        await write(new byte[] { 0xFF, Start });
        var hasScan = false;
        var isUpright = true;

        while (true)
        {
            var marker = await MarkerAsync(source, ct);

            if (marker is null or End)
            {
                await write(marker is End ? new byte[] { 0xFF, End } : ReadOnlyMemory<byte>.Empty);
                return hasScan;
            }

            if (marker is < 0xC0 or (>= FirstRestart and <= Start) || await BodyAsync(source, ct) is not { } body)
            {
                return false;
            }

            if (marker is App1 && isUpright && ExifOrientation.Of(body) is { } orientation)
            {
                isUpright = false;
                await write(ExifOrientation.Segment(orientation));
            }
            else if (IsKept(marker.Value, body))
            {
                await write(Segment(marker.Value, body));
            }

            if (marker is Scan)
            {
                hasScan = true;
                await CopyScanAsync(source, write, ct);
            }
        }
    }

    /// <summary>Of the parts for applications only those that say how the picture is to be shown: JFIF, its colour profile, Adobe's colours.</summary>
    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App0 => body.StartsWith("JFIF\0"u8),
        App2 => body.StartsWith("ICC_PROFILE\0"u8),
        App14 => body.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    private static byte[] Segment(byte marker, byte[] body)
    {
        var segment = new byte[body.Length + 4];
        (segment[0], segment[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(body.Length + 2));
        body.CopyTo(segment, 4);
        return segment;
    }

    /// <summary>Null: the data end here, or no marker stands here.</summary>
    private static async ValueTask<byte?> MarkerAsync(PipeReader source, CancellationToken ct)
    {
        if (await TakeAsync(source, 2, ct) is not [0xFF, var marker])
        {
            return null;
        }

        // Any number of FF may fill the room before a marker.
        while (marker == 0xFF)
        {
            if (await TakeAsync(source, 1, ct) is not [var next])
            {
                return null;
            }

            marker = next;
        }

        return marker;
    }

    private static async ValueTask<byte[]?> BodyAsync(PipeReader source, CancellationToken ct)
    {
        var length = await TakeAsync(source, 2, ct) is { Length: 2 } size ? BinaryPrimitives.ReadUInt16BigEndian(size) - 2 : -1;
        var body = length <= 0 ? [] : await TakeAsync(source, length, ct);
        return body.Length == length ? body : null;
    }

    private static async ValueTask<byte[]> TakeAsync(PipeReader source, int count, CancellationToken ct)
    {
        var buffer = (await source.ReadAtLeastAsync(count, ct)).Buffer;
        var taken = buffer.Slice(0, Math.Min(count, buffer.Length));
        var bytes = taken.ToArray();
        source.AdvanceTo(taken.End);
        return bytes;
    }

    /// <summary>The picture's data, up to the next marker or the end.</summary>
    private static async ValueTask CopyScanAsync(PipeReader source, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken ct)
    {
        while (true)
        {
            var read = await source.ReadAsync(ct);
            var hasMarker = FindMarker(read.Buffer, out var end);
            var isLast = hasMarker || read.IsCompleted;

            foreach (var part in read.Buffer.Slice(0, isLast && !hasMarker ? read.Buffer.End : end))
            {
                await write(part);
            }

            source.AdvanceTo(isLast && !hasMarker ? read.Buffer.End : end, hasMarker ? end : read.Buffer.End);

            if (isLast)
            {
                return;
            }
        }
    }

    /// <summary>A marker is FF and anything but 00 (an escaped FF), a restart or another FF.</summary>
    private static bool FindMarker(ReadOnlySequence<byte> data, out SequencePosition end)
    {
        var reader = new SequenceReader<byte>(data);

        while (reader.TryAdvanceTo(0xFF, advancePastDelimiter: false))
        {
            end = reader.Position;

            if (!reader.TryPeek(1, out var next))
            {
                return false;
            }

            if (next is not (0 or 0xFF or (>= FirstRestart and <= LastRestart)))
            {
                return true;
            }

            reader.Advance(next == 0xFF ? 1 : 2);
        }

        end = data.End;
        return false;
    }
}
