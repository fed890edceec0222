using System.Buffers.Binary;
using System.IO.Pipelines;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Tests.Files;

public sealed class JpegWithoutPlaceTests
{
    private static readonly byte[] Secret = "GPS 24.0277 -104.6532"u8.ToArray();

    private static readonly byte[] Jfif = Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
    private static readonly byte[] Colours = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9]);
    private static readonly byte[] Tables = [.. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 17, 0]), .. Segment(0xC4, new byte[20])];

    // A scan with an escaped FF, a restart and a filled marker behind it; then a second scan, as progressive pictures have.
    private static readonly byte[] Scans =
        [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, .. Segment(0xC4, new byte[20]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 5, 0xFF, 0x00];

    private static readonly byte[] End = [0xFF, 0xD9];

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 6)]
    [InlineData(false, 3)]
    public async Task What_tells_the_place_is_cut_and_which_way_is_up_stays(bool isLittle, byte orientation)
    {
        byte[] sent =
        [
            0xFF, 0xD8, .. Jfif, .. Exif(isLittle, orientation), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]),
            .. Colours, .. Segment(0xE2, [.. "MPF\0"u8, .. Secret]), .. Segment(0xED, Secret), .. Segment(0xFE, Secret), .. Tables, .. Scans, .. End,
            0xFF, 0xD8, .. Exif(isLittle, 1), .. End,
        ];

        var (isWhole, kept) = await CopyAsync(sent);

        Assert.True(isWhole);
        Assert.Equal(-1, kept.AsSpan().IndexOf(Secret));
        Assert.Equal([0xFF, 0xD8, .. Jfif, .. OnlyOrientation(orientation), .. Colours, .. Tables, .. Scans, .. End], kept);
    }

    [Fact]
    public async Task A_picture_that_says_nothing_comes_out_as_it_went_in()
    {
        byte[] sent = [0xFF, 0xD8, .. Jfif, .. Tables, .. Scans, .. End];

        Assert.Equal(sent, (await CopyAsync(sent)).Kept);
    }

    [Fact]
    public async Task A_picture_cut_off_in_its_data_is_kept_as_far_as_it_goes()
    {
        byte[] sent = [0xFF, 0xD8, .. Tables, .. Scans];

        Assert.Equal((true, sent.Length), ((await CopyAsync(sent)).IsWhole, (await CopyAsync(sent)).Kept.Length));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE1, 0, 1 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2, 3 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0x3C, 0x68, 0x74, 0x6D, 0x6C })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 })]
    public async Task What_only_begins_like_a_picture_is_none(byte[] sent) => Assert.False((await CopyAsync(sent)).IsWhole);

    [Fact]
    public async Task Any_piece_of_a_picture_can_be_broken_without_harm()
    {
        byte[] sent = [0xFF, 0xD8, .. Jfif, .. Exif(isLittle: true, 6), .. Colours, .. Tables, .. Scans, .. End];
        var random = new Random(7);

        for (var round = 0; round < 2000; round++)
        {
            var broken = (byte[])sent.Clone();
            broken[random.Next(2, broken.Length)] = (byte)random.Next(256);

            Assert.InRange((await CopyAsync(broken[..random.Next(3, broken.Length)])).Kept.Length, 2, sent.Length);
        }
    }

    private static async Task<(bool IsWhole, byte[] Kept)> CopyAsync(byte[] sent)
    {
        using var kept = new MemoryStream();

        // In pieces of five bytes, so that everything is cut somewhere.
        var source = PipeReader.Create(new MemoryStream(sent), new StreamPipeReaderOptions(bufferSize: 5, minimumReadSize: 1));
        var isWhole = await JpegWithoutPlace.CopyAsync(source, part => kept.WriteAsync(part), default);
        return (isWhole, kept.ToArray());
    }

    private static byte[] Segment(byte marker, byte[] body)
    {
        byte[] segment = [0xFF, marker, 0, 0, .. body];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(body.Length + 2));
        return segment;
    }

    private static byte[] Exif(bool isLittle, byte orientation) => isLittle
        ? Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 0x01, 2, 0, 9, 0, 0, 0, 38, 0, 0, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Secret])
        : Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2, 0x01, 0x0F, 0, 2, 0, 0, 0, 9, 0, 0, 0, 38, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. Secret]);

    private static byte[] OnlyOrientation(byte orientation) =>
        Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
}
