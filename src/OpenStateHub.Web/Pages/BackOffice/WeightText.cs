using System.Globalization;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A weight as people read and write it, in percent with at most two decimals: 33.34 is 3,334 hundredths.</summary>
public static class WeightText
{
    public static string Of(int weight) => (weight / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <returns>Hundredths of a percent; null for what is no such number.</returns>
    public static int? Read(string? typed)
    {
        var plain = typed?.Replace("%", "", StringComparison.Ordinal).Trim().Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100 && percent * 100 == decimal.Truncate(percent * 100)
            ? (int)(percent * 100)
            : null;
    }
}
