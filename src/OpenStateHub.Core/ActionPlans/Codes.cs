using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>The shapes of the codes and addresses that plans and commitments carry.</summary>
public static partial class Codes
{
    public const int LongestSlug = 60;

    /// <summary>What the editor's own pages are called: no plan and no commitment may take their address.</summary>
    public static readonly IReadOnlySet<string> ReservedSlugs = new HashSet<string> { "importar", "nuevo", "rapido", "compromisos", "vista-previa" };

    public static bool IsSlug(string text) => text.Length <= LongestSlug && Slug().IsMatch(text);

    /// <summary>The slug, or where it is taken or reserved the first free one with a number behind it.</summary>
    public static string FreeSlug(string slug, IReadOnlySet<string> taken)
    {
        var free = slug;

        for (var number = 2; taken.Contains(free) || ReservedSlugs.Contains(free); number++)
        {
            var ending = $"-{number}";
            free = slug[..Math.Min(slug.Length, LongestSlug - ending.Length)].TrimEnd('-') + ending;
        }

        return free;
    }

    /// <summary>A goal from 1 to 17, or a target of one: <c>6</c>, <c>6.3</c>, <c>16.a</c>.</summary>
    public static bool IsSdg(string code) => Sdg().IsMatch(code);

    public static bool IsPolicyArea(string code) => Slug().IsMatch(code);

    /// <summary>The address that a title becomes: <c>Agua Limpia, 2.ª etapa</c> is <c>agua-limpia-2-a-etapa</c>. Cut at a word.</summary>
    /// <returns>Empty where the title has no letter or digit.</returns>
    public static string SlugOf(string title)
    {
        var plain = new StringBuilder();

        foreach (var character in title.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-');
            }
        }

        var slug = Dashes().Replace(plain.ToString(), "-").Trim('-');

        if (slug.Length <= LongestSlug)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', LongestSlug);
        return slug[..(end > 0 ? end : LongestSlug)];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex("^([1-9]|1[0-7])(\\.([1-9][0-9]?|[a-d]))?$")]
    private static partial Regex Sdg();

    [GeneratedRegex("-+")]
    private static partial Regex Dashes();
}
