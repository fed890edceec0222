using System.Globalization;

namespace OpenStateHub.Web.Resources;

/// <summary>Figures as people read them in the language of the request.</summary>
public static class Numbers
{
    private const string NoBreak = "\u00a0";
    private static readonly string[] Units = ["kB", "MB", "GB", "TB"];

    /// <summary>Digits alone, as an address or an attribute wants them.</summary>
    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A length of bytes: "512 bytes", "2.4 MB", "10 GB".</summary>
    public static string Size(long bytes)
    {
        if (bytes < 1024)
        {
            return Whole(bytes) + NoBreak + "bytes";
        }

        var (value, unit) = (bytes / 1024m, 0);

        while (value >= 1024 && unit < Units.Length - 1)
        {
            (value, unit) = (value / 1024, unit + 1);
        }

        return value.ToString(value < 10 ? "0.#" : "0", CultureInfo.CurrentCulture) + NoBreak + Units[unit];
    }

    /// <param name="percent">From 0 to 100. Anything short of all is never shown as 100, anything above nothing never as 0.</param>
    public static string Percent(decimal percent)
    {
        var rounded = percent switch
        {
            > 0 and < 1 => 1,
            > 99 and < 100 => 99,
            _ => Math.Round(percent, MidpointRounding.AwayFromZero),
        };
        return rounded.ToString("0", CultureInfo.InvariantCulture) + (Languages.IsEnglish ? "%" : NoBreak + "%");
    }

    /// <summary>An index from 0 to 1, with the two decimals of its publication.</summary>
    public static string Index(decimal value) => value.ToString("0.00", CultureInfo.CurrentCulture);
}
