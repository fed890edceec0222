using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;demo-mark show="@fact.IsDemonstration" /&gt;</c>: "dato de demostración" beside every value that no source gives.
/// </summary>
[HtmlTargetElement("demo-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DemoMark(IStringLocalizer<SharedWords> words) : TagHelper
{
    public bool Show { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Show ? "span" : null;
        output.TagMode = TagMode.StartTagAndEndTag;

        if (Show)
        {
            output.Attributes.SetAttribute("class", "demo");
            output.Content.SetContent(words["Demo_Mark"]);
        }
    }
}
