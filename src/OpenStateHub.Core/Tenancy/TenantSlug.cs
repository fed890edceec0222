using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenStateHub.Core.Tenancy;

/// <summary>The rules of the name under which a place is reached: the first label of its host (domain rules, section 2).</summary>
public static partial class TenantSlug
{
    /// <summary>What a generated slug has at most: an address that people can read out.</summary>
    public const int MaxGeneratedLength = 50;

    /// <summary>What the domain name system allows in one label.</summary>
    public const int MaxLength = 63;

    private static readonly HashSet<string> Reserved = ["www", "api", "inai", "admin"];

    public static Refusal? Check(string slug) =>
        slug.Length > MaxLength || !HostLabel().IsMatch(slug) ? TenantRefusals.SlugMalformed
        : Reserved.Contains(slug) ? TenantRefusals.SlugReserved
        : null;

    /// <summary>Name and state, such as <c>gomez-palacio-dgo</c>. Names repeat across states, so the state always belongs to it.</summary>
    /// <param name="stateAbbreviation">As INEGI writes it or already folded: <c>Q. Roo</c> and <c>qroo</c> are the same.</param>
    /// <param name="inegiCode">Given where the plain slug is taken: names repeat inside a state too.</param>
    public static string ForMunicipality(string name, string stateAbbreviation, string? inegiCode = null)
    {
        var state = string.Concat(Words(stateAbbreviation));
        var ending = inegiCode is null ? $"-{state}" : $"-{state}-{inegiCode}";
        return CutAtWord(Words(name), MaxGeneratedLength - ending.Length) + ending;
    }

    /// <summary>Whether a slug can be made of the name: it has at least one letter or digit that ASCII can write.</summary>
    public static bool CanName(string name) => Words(name).Length > 0;

    private static string CutAtWord(string[] words, int room)
    {
        var slug = new StringBuilder(words[0], 0, Math.Min(words[0].Length, room), room);

        foreach (var word in words.Skip(1).TakeWhile(word => slug.Length + 1 + word.Length <= room))
        {
            slug.Append('-').Append(word);
        }

        return slug.ToString();
    }

    /// <summary>Lower-case ASCII words. Letters lose their marks: á, ü and ñ become a, u and n. All else parts words.</summary>
    private static string[] Words(string text)
    {
        var folded = new StringBuilder(text.Length);

        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex HostLabel();
}
