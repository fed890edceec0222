using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;filter-form active="@Model.ActiveFilters" clear="/compromisos"&gt;fields&lt;/filter-form&gt;</c>: a GET form that needs no JavaScript,
/// open on wide screens, folded on a phone, where what was found comes first. A field is
/// <c>&lt;div class="field"&gt;&lt;label&gt;…&lt;/label&gt;&lt;select&gt;…&lt;/select&gt;&lt;/div&gt;</c>; the widest one <c>class="field field-wide"</c>.
/// </summary>
[HtmlTargetElement("filter-form")]
public sealed class FilterForm(IStringLocalizer<SharedWords> words) : TagHelper
{
    /// <summary>How many filters are set.</summary>
    public int Active { get; set; }

    /// <summary>The address of the list without any filter.</summary>
    public required string Clear { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "filters");

        var summary = Active > 0 ? words["Filter_Active", Numbers.Whole(Active)] : words["Filter_Summary"];
        var clear = Active > 0 ? Markup.Of($"""<a href="{Languages.Keep(Clear)}">{words["Filter_Clear"].Value}</a>""") : Markup.None;
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <summary>{Markup.Icon("funnel")}<span>{summary.Value}</span>{Markup.Icon("chevron-down")}</summary>
            <form method="get" action="{Clear}" role="search">{fields}{KeepLanguage.Field}
            <div class="filters-end"><button class="button button-main" type="submit">{words["Filter_Apply"].Value}</button>{clear}</div></form>
            """));
    }
}
