namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>Which colours a place may choose: those in which everybody can read (WCAG 2.2 AA, 1.4.3).</summary>
public static class Accent
{
    public const double LeastContrast = 4.5;

    // Fine enough to tell any two colours of 8 bits a channel apart.
    private const int LightnessSteps = 1024;

    /// <summary>The hub's own.</summary>
    public static readonly Colour Standard = new(0x61, 0x12, 0x32);

    /// <summary>What the accent is written on, or what is written on it: the light colours of the style sheet, white among them.</summary>
    public static readonly IReadOnlyList<Colour> Surfaces =
    [
        new(0xff, 0xff, 0xff), new(0xfa, 0xf8, 0xf5), new(0xef, 0xeb, 0xe5), new(0xf7, 0xf0, 0xde), new(0xe6, 0xf0, 0xed), new(0xfb, 0xec, 0xea), new(0xfd, 0xf0, 0xe6),
    ];

    /// <summary>The lowest of its contrasts.</summary>
    public static double ContrastOf(Colour colour) => Surfaces.Min(colour.ContrastWith);

    public static bool IsLegible(Colour colour) => ContrastOf(colour) >= LeastContrast;

    /// <summary>The nearest legible colour of the same hue. All surfaces are light, so it is a darker one.</summary>
    public static Colour NearestLegible(Colour colour)
    {
        if (IsLegible(colour))
        {
            return colour;
        }

        // Darker is never less legible, and black always is: the lightest legible step is found by halving.
        var (legible, tooLight) = (0, (int)Math.Ceiling(colour.Lightness * LightnessSteps));

        while (tooLight - legible > 1)
        {
            var between = (legible + tooLight) / 2;
            (legible, tooLight) = IsLegible(At(colour, between)) ? (between, tooLight) : (legible, between);
        }

        return At(colour, legible);
    }

    private static Colour At(Colour colour, int step) => colour.WithLightness((double)step / LightnessSteps);
}
