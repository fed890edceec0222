using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Tracking.Duties;

/// <summary><c>&lt;duty-badge state="@standing.State" late="@standing.WasLate" /&gt;</c>: icon and word of how a duty stands.</summary>
[HtmlTargetElement("duty-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DutyBadge(IStringLocalizer<DutyWords> words) : TagHelper
{
    public required DutyState State { get; set; }

    /// <summary>Met, and after its day.</summary>
    public bool Late { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, tone) = State switch
        {
            DutyState.Met => (Late ? "clock-history" : "check-circle", "done"),
            DutyState.DueSoon => ("hourglass-split", "going"),
            DutyState.Overdue => ("exclamation-triangle-fill", "late"),
            DutyState.InForce => ("circle-half", "said"),
            _ => ("slash-circle", "idle"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge badge-{tone}");
        output.Content.AppendHtml(Markup.Of($"{Markup.Icon(icon)}{(Late ? words["State_MetLate"].Value : words[$"State_{State}"].Value)}"));
    }
}
