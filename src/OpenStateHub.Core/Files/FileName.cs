using System.Globalization;
using System.Text;

namespace OpenStateHub.Core.Files;

/// <summary>What a person called their file, without anything that would lead elsewhere or read otherwise than it is.</summary>
public static class FileName
{
    private const int Longest = 120;
    private const string Nameless = "archivo";

    // Reserved on one system or another, where a downloaded file may land.
    private const string Reserved = "<>:\"|?*";

    public static string Clean(string? given)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder(name.Length);

        foreach (var rune in name.EnumerateRunes())
        {
            kept.Append(Cleaned(rune));
        }

        var cleaned = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.');
        return Shorten(cleaned.Length == 0 ? Nameless : cleaned);
    }

    /// <summary>At most as long as a name may be, with its extension.</summary>
    public static string Shorten(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: <= 12 } short_ ? short_ : "";
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem).TrimEnd(' ', '.') + extension;
    }

    /// <summary>Control characters and those that turn the reading direction or cannot be seen (class Cf) fall away; each kind of space is a space.</summary>
    private static string Cleaned(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        _ when rune == Rune.ReplacementChar => "",
        _ when rune.IsAscii && Reserved.Contains((char)rune.Value, StringComparison.Ordinal) => "-",
        _ => rune.ToString(),
    };
}
