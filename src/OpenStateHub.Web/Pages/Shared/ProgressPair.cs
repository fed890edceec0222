using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;progress-pair reported="@row.Reported" verified="@row.Verified" /&gt;</c>: what is said to be done, and what all three
/// sectors confirmed. Percentages from 0 to 100, null where there are no activities. <c>large</c> for the head of a page.
/// </summary>
[HtmlTargetElement("progress-pair", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressPair(IStringLocalizer<SharedWords> words) : TagHelper
{
    public required decimal? Reported { get; set; }
    public required decimal? Verified { get; set; }
    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;

        if (Reported is not { } reported || Verified is not { } verified)
        {
            output.Attributes.SetAttribute("class", "pair pair-empty");
            output.Content.SetContent(words["Progress_NoActivities"]);
            return;
        }

        output.Attributes.SetAttribute("class", Large ? "pair pair-large" : "pair");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", words["Progress_Pair", Numbers.Percent(reported), Numbers.Percent(verified)].Value);
        output.Content.AppendHtml(Line("reported", words["Progress_Reported"], reported));
        output.Content.AppendHtml(Line("verified", words["Progress_Verified"], verified));
    }

    private static IHtmlContent Line(string kind, string label, decimal percent) => Markup.Of(
        $"""
        <span class="pair-label">{label}</span><svg class="bar bar-{kind}" height="10" aria-hidden="true"><rect class="bar-track" width="100%" height="100%"></rect><rect class="bar-fill" width="{Width(percent)}" height="100%"></rect></svg><span class="pair-value">{Numbers.Percent(percent)}</span>
        """);

    private static string Width(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
