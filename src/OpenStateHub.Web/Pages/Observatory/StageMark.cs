using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>
/// <c>&lt;stage-mark stage="@row.Stage" /&gt;</c>: five small boxes, filled as far as the place has come, and the stage in words.
/// </summary>
[HtmlTargetElement("stage-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StageMark(IStringLocalizer<ObservatoryWords> words) : TagHelper
{
    private const int Steps = Stage.Evaluated - Stage.Onboarding;

    public required Stage Stage { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var reached = Stage - Stage.Onboarding;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", reached < 0 ? "stage muted" : "stage");

        if (reached >= 0)
        {
            var boxes = Enumerable.Range(0, Steps).Select(step =>
                Markup.Of($"""<rect class="{(step < reached ? "stage-full" : "stage-empty")}" x="{step * 9 + 1}" y="1" width="6" height="8"></rect>"""));
            output.Content.AppendHtml(Markup.Of(
                $"""<svg class="stage-steps" width="{Steps * 9}" height="10" aria-hidden="true">{Markup.Each(boxes)}</svg>"""));
        }

        output.Content.AppendHtml(Markup.Of($"{words[$"Stage_{Stage}"].Value}"));
    }
}
