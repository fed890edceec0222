using System.Globalization;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>A colour of the screen (sRGB, 8 bits a channel).</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <param name="text"><c>#611232</c>, <c>611232</c> or the short <c>#612</c>.</param>
    /// <returns>Null where the text is no colour.</returns>
    public static Colour? From(string? text)
    {
        var digits = (text ?? "").Trim().TrimStart('#');
        digits = digits.Length == 3 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
    }

    /// <summary>As style sheets write it, in small letters.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>Relative luminance, 0 to 1 (WCAG 2.2).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Contrast ratio, 1 to 21 (WCAG 2.2), whichever of the two is the ground.</summary>
    public double ContrastWith(Colour other)
    {
        var (here, there) = (Luminance, other.Luminance);
        return (Math.Max(here, there) + 0.05) / (Math.Min(here, there) + 0.05);
    }

    /// <summary>Lightness of hue, saturation and lightness (HSL), 0 to 1.</summary>
    public double Lightness => (Math.Max(Red, Math.Max(Green, Blue)) + Math.Min(Red, Math.Min(Green, Blue))) / 510.0;

    /// <summary>The same hue and saturation, lighter or darker.</summary>
    public Colour WithLightness(double lightness)
    {
        var (most, least) = (Math.Max(Red, Math.Max(Green, Blue)) / 255.0, Math.Min(Red, Math.Min(Green, Blue)) / 255.0);
        var spread = most - least;
        var saturation = spread == 0 ? 0 : spread / (1 - Math.Abs(most + least - 1));
        var (wide, middle) = (saturation * (1 - Math.Abs((2 * lightness) - 1)), (most + least) / 2);

        byte Channel(byte from) => (byte)Math.Clamp(
            Math.Round(255 * (spread == 0 ? lightness : lightness + (((from / 255.0) - middle) / spread * wide))), 0, 255);

        return new Colour(Channel(Red), Channel(Green), Channel(Blue));
    }

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
