using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;sector-mark sector="@seat.Sector" /&gt;</c>: name, shape and colour of Government (square), CivilSociety (circle) or
/// Guarantor (triangle). The three shapes are the same everywhere, so that a vote is read without reading.
/// </summary>
[HtmlTargetElement("sector-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SectorMark(IStringLocalizer<SharedWords> words) : TagHelper
{
    public required string Sector { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, shape) = Sector switch
        {
            "Government" => ("government", Markup.Of($"""<rect x="1" y="1" width="12" height="12"></rect>""")),
            "CivilSociety" => ("society", Markup.Of($"""<circle cx="7" cy="7" r="6.5"></circle>""")),
            "Guarantor" => ("guarantor", Markup.Of($"""<path d="M7 .5 13.8 13H.2z"></path>""")),
            _ => throw new ArgumentOutOfRangeException(nameof(context), Sector, "No sector of a secretariat."),
        };

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"sector sector-{tone}");
        output.Content.SetHtmlContent(Markup.Of(
            $"""<svg class="sector-shape" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{shape}</svg>{words[$"Sector_{Sector}"].Value}"""));
    }
}
