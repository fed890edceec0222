using System.Globalization;

namespace OpenStateHub.Web.Resources;

/// <summary>Figures as people read them in the language of the request.</summary>
public static class Numbers
{
    private const string NoBreak = "\u00a0";

    /// <summary>Digits alone, as an address or an attribute wants them.</summary>
    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

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
