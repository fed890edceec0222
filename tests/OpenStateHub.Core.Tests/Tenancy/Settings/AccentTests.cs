using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Core.Tests.Tenancy.Settings;

/// <summary>A colour that not everybody could read is refused, and the nearest that all can read is known, for every colour there is (in steps).</summary>
public sealed class AccentTests
{
    private const int Step = 17;

    private static IEnumerable<Colour> Everywhere =>
        from red in Enumerable.Range(0, 16) from green in Enumerable.Range(0, 16) from blue in Enumerable.Range(0, 16)
        select new Colour((byte)(red * Step), (byte)(green * Step), (byte)(blue * Step));

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    [InlineData("#611232", "#ffffff", 12.80)]
    [InlineData("#123456", "#123456", 1)]
    public void Contrast_is_that_of_the_guidelines(string one, string other, double expected)
    {
        var (first, second) = (Colour.From(one)!.Value, Colour.From(other)!.Value);

        Assert.Equal(expected, first.ContrastWith(second), 0.005);
        Assert.Equal(first.ContrastWith(second), second.ContrastWith(first));
    }

    [Theory]
    [InlineData("#611232", "#611232")]
    [InlineData(" 1E5B4F ", "#1e5b4f")]
    [InlineData("#abc", "#aabbcc")]
    [InlineData("#12345", null)]
    [InlineData("#1234567", null)]
    [InlineData("#12345g", null)]
    [InlineData("+12345", null)]
    [InlineData("rojo", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_colour_is_read_as_people_write_it(string? typed, string? read) => Assert.Equal(read, Colour.From(typed)?.ToString());

    [Fact]
    public void The_hubs_own_colours_are_legible()
    {
        Assert.True(Accent.IsLegible(Accent.Standard));
        Assert.True(Accent.IsLegible(Colour.From("#1E5B4F")!.Value));
        Assert.False(Accent.IsLegible(Colour.From("#A57F2C")!.Value));
    }

    [Fact]
    public void The_nearest_is_legible_everywhere_and_a_legible_one_stays() => Assert.All(Everywhere, colour =>
    {
        var nearest = Accent.NearestLegible(colour);

        Assert.True(Accent.IsLegible(nearest));
        Assert.Equal(Accent.IsLegible(colour), nearest == colour);
        Assert.True(nearest.Lightness <= colour.Lightness);
    });

    [Fact]
    public void Nothing_lighter_of_the_same_hue_would_have_done() => Assert.All(Everywhere.Where(colour => !Accent.IsLegible(colour)), colour =>
    {
        var nearest = Accent.NearestLegible(colour);

        for (var lightness = nearest.Lightness + 0.01; lightness < colour.Lightness; lightness += 0.01)
        {
            Assert.False(Accent.IsLegible(colour.WithLightness(lightness)));
        }
    });

    [Fact]
    public void Only_the_lightness_changes() => Assert.All(Everywhere, colour =>
    {
        var darker = Accent.NearestLegible(colour);

        // The order of the channels is the hue, but for rounding to whole steps.
        Assert.True(colour.Red < colour.Green || darker.Red >= darker.Green);
        Assert.True(colour.Green < colour.Blue || darker.Green >= darker.Blue);
        Assert.True(colour.Blue < colour.Red || darker.Blue >= darker.Red);
        Assert.Equal(colour, colour.WithLightness(colour.Lightness));
    });

    [Fact]
    public void A_button_under_the_pointer_stays_legible() => Assert.All(Everywhere.Select(Accent.NearestLegible), colour =>
    {
        // color-mix(in srgb, accent 8%, white), the ground of .button:hover in parts.css.
        static byte Mixed(byte channel) => (byte)Math.Round((0.08 * channel) + (0.92 * 255));

        Assert.True(colour.ContrastWith(new Colour(Mixed(colour.Red), Mixed(colour.Green), Mixed(colour.Blue))) >= Accent.LeastContrast);
    });

    [Fact]
    public void A_refusal_says_the_contrast_and_never_rounds_it_up()
    {
        var brand = new Brand();

        Assert.Equal(SettingsRefusals.AccentIllegible with { Detail = "4.4" }, brand.Change("#6b6b6b"));
        Assert.Equal(SettingsRefusals.AccentMalformed, brand.Change("rojo"));
        Assert.Equal(0, brand.Revision);
        Assert.Null(brand.Change("#1E5B4F"));
        Assert.Equal(("#1e5b4f", 1), (brand.Accent, brand.Revision));
        Assert.Null(brand.Change(" "));
        Assert.Equal((null, 2), (brand.Accent, brand.Revision));
    }
}
