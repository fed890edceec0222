using System.Text;
using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Core.Tests.Tenancy.Settings;

/// <summary>What a logo is, is read from its bytes.</summary>
public sealed class PictureTests
{
    // The smallest of each kind: 1 × 1 pixels, and a JPEG of 16 × 8 as far as its frame.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static readonly byte[] Lossless = Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    private static readonly byte[] Lossy = Convert.FromBase64String("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v02aAA=");

    private static readonly byte[] Jpeg =
        [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x00, 0x00, 0xff, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x08, 0x00, 0x10, 0x01, 0x01, 0x11, 0x00, 0xff, 0xd9];

    [Fact]
    public void The_three_kinds_are_known_with_their_size()
    {
        Assert.Equal(new Picture("image/png", 1, 1), Picture.Read(Png));
        Assert.Equal(new Picture("image/webp", 1, 1), Picture.Read(Lossless));
        Assert.Equal(new Picture("image/webp", 1, 1), Picture.Read(Lossy));
        Assert.Equal(new Picture("image/jpeg", 16, 8), Picture.Read(Jpeg));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void Anything_else_is_refused(string content) => Assert.NotNull(Logo.From(Encoding.UTF8.GetBytes(content)).Refusal);

    [Fact]
    public void A_picture_cut_short_at_any_byte_is_refused_or_still_one() => Assert.All(new[] { Png, Lossless, Lossy, Jpeg }, whole =>
    {
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.True(Picture.Read(whole.AsSpan(0, length)) is null or { Width: > 0, Height: > 0 });
        }
    });

    [Fact]
    public void What_follows_the_picture_is_refused() => Assert.Null(Picture.Read([.. Png, .. "<script>alert(1)</script>"u8]));

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_picture_is_refused()
    {
        byte[] huge = [.. Png[..16], 0x00, 0x00, 0x80, 0x00, .. Png[20..]];

        Assert.Equal(SettingsRefusals.LogoTooLarge, Logo.From(huge).Refusal);
        Assert.Equal(SettingsRefusals.LogoTooHeavy, Logo.From([.. Png, .. new byte[Logo.MaxBytes]]).Refusal);
    }
}
