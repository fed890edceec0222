using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;pager number="@Model.PageNumber" size="50" total="@Model.Total" /&gt;</c>: "51–100 de 2,511" and the way to either side. The page
/// number stands in the query string as <c>p</c>, the filters stay; a list that fits on one page shows its count alone.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Pager(IStringLocalizer<SharedWords> words, HubAddresses addresses) : TagHelper
{
    public const string QueryName = "p";

    public required int Number { get; set; }
    public required int Size { get; set; }
    public required int Total { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total == 0)
        {
            output.SuppressOutput();
            return;
        }

        var first = ((Number - 1) * Size) + 1;
        var last = Math.Min(Number * Size, Total);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["Pager_Label"].Value);
        output.Content.AppendHtml(Number > 1
            ? Markup.Of($"""<a class="button" rel="prev" href="{To(Number - 1)}">{Markup.Icon("chevron-left")}{words["Pager_Previous"].Value}</a>""")
            : Markup.None);
        output.Content.AppendHtml(Markup.Of(
            $"""<span class="pager-count">{words["Pager_Count", Numbers.Whole(first), Numbers.Whole(last), Numbers.Whole(Total)].Value}</span>"""));
        output.Content.AppendHtml(last < Total
            ? Markup.Of($"""<a class="button" rel="next" href="{To(Number + 1)}">{words["Pager_Next"].Value}{Markup.Icon("chevron-right")}</a>""")
            : Markup.None);
    }

    private string To(int number) => addresses.Here((QueryName, number == 1 ? null : Numbers.Plain(number)));
}
