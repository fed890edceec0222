using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// A page asked in English leads to English pages: links inside the hub and GET forms carry <c>lang=en</c>, without a cookie.
/// A link with <c>hreflang</c> says its own language and is left alone; so is one to a file or the API.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("a", Attributes = "asp-page")]
[HtmlTargetElement("form")]
public sealed class KeepLanguage : TagHelper
{
    private static readonly string[] WithoutLanguage = ["/api/", "/openapi/", "/lib/", "/css/", "/js/", "/marca/"];

    /// <summary>The hidden field that carries the language through a GET form; nothing in Spanish.</summary>
    public static IHtmlContent Field => Languages.IsEnglish
        ? Markup.Of($"""<input type="hidden" name="{Languages.QueryName}" value="{Languages.English.Name}">""")
        : Markup.None;

    /// <summary>After the framework's own helpers have made the address.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Languages.IsEnglish || output.Attributes.ContainsName("hreflang"))
        {
            return;
        }

        var name = context.TagName == "a" ? "href" : "action";
        var isGet = context.TagName == "form" && !string.Equals(TextOf(output, "method"), "post", StringComparison.OrdinalIgnoreCase);

        if (isGet)
        {
            output.PostContent.AppendHtml(Field);
        }
        else if (TextOf(output, name) is { } address && !WithoutLanguage.Any(start => address.StartsWith(start, StringComparison.Ordinal)))
        {
            output.Attributes.SetAttribute(name, Languages.Keep(address));
        }
    }

    private static string? TextOf(TagHelperOutput output, string name) => output.Attributes[name]?.Value switch
    {
        null => null,
        IHtmlContent content => Decoded(content),
        var value => value.ToString(),
    };

    private static string Decoded(IHtmlContent content)
    {
        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }
}
