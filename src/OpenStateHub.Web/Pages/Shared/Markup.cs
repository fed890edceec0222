using Microsoft.AspNetCore.Html;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>Markup written as it will look: every value put into it is encoded, unless it is markup already.</summary>
public static class Markup
{
    public static readonly IHtmlContent None = HtmlString.Empty;

    public static IHtmlContent Of(FormattableString markup) => new HtmlFormattableString(markup.Format, markup.GetArguments());

    public static IHtmlContent Each(IEnumerable<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder();

        foreach (var part in parts)
        {
            all.AppendHtml(part);
        }

        return all;
    }

    /// <summary>An icon of the sprite; decoration, because the word always stands beside it. The names are listed in package.json.</summary>
    public static IHtmlContent Icon(string name) =>
        Of($"""<svg class="icon" width="16" height="16" aria-hidden="true"><use href="/lib/icons.svg#{name}"></use></svg>""");
}
