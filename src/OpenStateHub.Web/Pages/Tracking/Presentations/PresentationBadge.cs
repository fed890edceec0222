using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Tracking.Presentations;

/// <summary><c>&lt;presentation-badge status="@row.Status" /&gt;</c>: icon and word of how far a public accountability session is.</summary>
[HtmlTargetElement("presentation-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PresentationBadge(IStringLocalizer<PresentationWords> words) : TagHelper
{
    public required PresentationStatus Status { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, tone) = Status switch
        {
            PresentationStatus.Announced => ("clock-history", "going"),
            PresentationStatus.Held => ("check-circle", "done"),
            _ => ("slash-circle", "idle"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge badge-{tone}");
        output.Content.AppendHtml(Markup.Of($"{Markup.Icon(icon)}{words[$"Status_{Status}"].Value}"));
    }
}
