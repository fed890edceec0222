using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;icon name="search" /&gt;</c>: one of the icons listed in package.json. Decoration: put a word beside it.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(Name));
    }
}
