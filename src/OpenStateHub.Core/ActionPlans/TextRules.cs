namespace OpenStateHub.Core.ActionPlans;

/// <summary>What every text of a plan must fit, before the database would refuse it.</summary>
internal static class TextRules
{
    public const int LongestText = 10_000;

    private static readonly Refusal LongerThanFits = new("text.too-long");

    /// <summary>Without the blanks around it and the signs that no page shows and PostgreSQL does not take; null where nothing is left.</summary>
    public static string? Tidy(this string? text)
    {
        var said = text?.Replace("\0", "", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(said) ? null : said;
    }

    /// <returns>The refusal of the first text that is longer than fits.</returns>
    public static Refusal? CheckLength(params IEnumerable<(string Field, string? Text, int Longest)> texts) =>
        texts.Where(text => text.Text?.Length > text.Longest).Select(text => TooLong(text.Field, text.Longest)).FirstOrDefault();

    public static Refusal TooLong(string field, int longest) =>
        LongerThanFits with { Field = field, Detail = longest.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("es-MX")) };
}
