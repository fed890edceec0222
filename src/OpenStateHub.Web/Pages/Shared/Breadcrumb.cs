using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;breadcrumb trail="@([("Compromisos", "/compromisos")])" here="@Model.Title" /&gt;</c>: the way back up; the home page is added.
/// </summary>
[HtmlTargetElement("breadcrumb", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Breadcrumb(IStringLocalizer<SharedWords> words) : TagHelper
{
    public IReadOnlyList<(string Name, string Href)> Trail { get; set; } = [];
    public required string Here { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        IEnumerable<(string Name, string Href)> steps = [(words["Breadcrumb_Home"], "/"), .. Trail];
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "trail");
        output.Attributes.SetAttribute("aria-label", words["Breadcrumb_Label"].Value);
        output.Content.SetHtmlContent(Markup.Of($"""<ol>{Markup.Each(steps.Select(Step))}<li aria-current="page">{Here}</li></ol>"""));
    }

    private static IHtmlContent Step((string Name, string Href) step) =>
        Markup.Of($"""<li><a href="{Languages.Keep(step.Href)}">{step.Name}</a></li>""");
}
