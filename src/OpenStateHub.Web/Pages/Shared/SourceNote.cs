using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;source-note source="@fact.Source" href="@fact.SourceUrl" on="@fact.On" /&gt;</c>: where a fact comes from. Nothing where no
/// source is recorded; the address is a link only when it is one of the web.
/// </summary>
[HtmlTargetElement("source-note", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SourceNote(IStringLocalizer<SharedWords> words) : TagHelper
{
    public string? Source { get; set; }
    public string? Href { get; set; }
    public DateOnly? On { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Source))
        {
            output.SuppressOutput();
            return;
        }

        var isWeb = Uri.TryCreate(Href, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http");
        output.TagName = "small";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "source");
        output.Content.AppendHtml(Markup.Of($"{words["Source_Label"].Value} "));
        output.Content.AppendHtml(isWeb ? Markup.Of($"""<a href="{Href}" rel="external">{Source}{Markup.Icon("box-arrow-up-right")}</a>""") : Markup.Of($"{Source}"));

        if (On is { } day)
        {
            output.Content.AppendHtml(Markup.Of($", {Dates.Words(day)}"));
        }
    }
}
