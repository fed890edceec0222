using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Resources;

/// <summary>
/// The words of an area as the place of this request says them. In Spanish, <c>[del secretariado]</c>, <c>[Las mesas]</c> and the like stand
/// for what the place calls its secretariat and its tables, bent as the sentence needs; where it says nothing, for themselves.
/// </summary>
public sealed partial class PlaceWords<T>(IStringLocalizerFactory factory, CurrentFace face) : IStringLocalizer<T>
{
    private readonly IStringLocalizer words = factory.Create(typeof(T));

    public LocalizedString this[string name]
    {
        get
        {
            var found = words[name];
            return new LocalizedString(name, Said(found.Value), found.ResourceNotFound, found.SearchedLocation);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = words[name];
            return new LocalizedString(
                name, string.Format(CultureInfo.CurrentCulture, Said(found.Value, isFormat: true), arguments), found.ResourceNotFound, found.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => words.GetAllStrings(includeParentCultures);

    private string Said(string text, bool isFormat = false) => text.Contains('[', StringComparison.Ordinal)
        ? PlaceTerms.Token().Replace(text, token => PlaceTerms.Said(token, face.Value.Wording, isFormat))
        : text;
}

/// <summary>What stands in brackets in a Spanish text, and what a place says instead.</summary>
public static partial class PlaceTerms
{
    public static string Said(Match token, Wording? wording, bool isFormat)
    {
        var (article, noun) = (token.Groups["article"].Value, token.Groups["noun"].Value);
        var term = noun.ToUpperInvariant() switch
        {
            "SECRETARIADO" => wording?.Secretariat,
            "MESA" => wording?.WorkingTable,
            _ => wording?.WorkingTables,
        };

        if (term is not { } chosen)
        {
            return token.Groups["text"].Value;
        }

        var said = article.ToUpperInvariant() switch
        {
            "" => chosen.Name,
            "DEL" or "DE LA" or "DE LAS" => chosen.Of,
            "AL" or "A LA" or "A LAS" => chosen.To,
            _ => chosen.ToString(),
        };
        said = char.IsUpper(token.Groups["text"].Value[0]) ? char.ToUpper(said[0], CultureInfo.CurrentCulture) + said[1..] : said;
        return isFormat ? said.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : said;
    }

    [GeneratedRegex(@"\[(?<text>(?:(?<article>el|la|las|del|de la|de las|al|a la|a las) )?(?<noun>secretariado|mesas?))\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Token();
}
