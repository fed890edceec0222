using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>
/// Reads values of the query string in their one spelling. Anything else is refused and not kept: of a cached page, each
/// spelling of a value would make an entry of its own.
/// </summary>
internal static class Asked
{
    public const string DayName = "fecha";

    /// <summary>The Open Government Partnership began on this day: before it there is nothing to look back to.</summary>
    public static readonly DateOnly Earliest = new(2011, 9, 20);

    /// <param name="today">Where no day is asked, and the last one that may be.</param>
    public static bool Day(StringValues text, DateOnly today, out DateOnly day)
    {
        day = today;
        return StringValues.IsNullOrEmpty(text)
            || (DateOnly.TryParseExact(text.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                && day >= Earliest && day <= today);
    }

    public static bool PageNumber(StringValues text, out int number)
    {
        number = 1;
        return StringValues.IsNullOrEmpty(text)
            || (int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number > 0
                && text.ToString() == number.ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="value">Null where nothing is chosen.</param>
    public static bool Choice<T>(StringValues text, out T? value)
        where T : struct, Enum
    {
        var isChoice = Enum.TryParse<T>(text.ToString(), out var chosen) && Enum.IsDefined(chosen) && chosen.ToString() == text.ToString();
        value = isChoice ? chosen : null;
        return isChoice || StringValues.IsNullOrEmpty(text);
    }
}
