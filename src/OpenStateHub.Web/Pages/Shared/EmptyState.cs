using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;empty-state heading="…" next="…" who="…"&gt;links&lt;/empty-state&gt;</c>: nothing is here yet, what comes next, and who does it.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyState(IStringLocalizer<SharedWords> words) : TagHelper
{
    public required string Heading { get; set; }
    public required string Next { get; set; }
    public string? Who { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var links = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.AppendHtml(Markup.Of(
            $"""{Markup.Icon("hourglass-split")}<div><p class="empty-heading">{Heading}</p><p><b>{words["Empty_Next"].Value}</b> {Next}</p>"""));

        if (!string.IsNullOrEmpty(Who))
        {
            output.Content.AppendHtml(Markup.Of($"""<p><b>{words["Empty_Who"].Value}</b> {Who}</p>"""));
        }

        output.Content.AppendHtml(Markup.Of($"{links}</div>"));
    }
}
