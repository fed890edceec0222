using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;stat-tile label="Planes publicados" value="@Numbers.Whole(2)" definition="…" reporting="9" total="13" source="…" href="/indicadores/…"&gt;</c>:
/// a figure is never shown without what it counts, how many places it covers ("9 de 13") and where it comes from. A null value reads
/// "sin datos": missing is never zero. What stands inside the tag comes below the figure, such as a published figure beside it.
/// </summary>
[HtmlTargetElement("stat-tile")]
public sealed class StatTile(IStringLocalizer<SharedWords> words) : TagHelper
{
    public required string Label { get; set; }
    public required string? Value { get; set; }
    public required string Definition { get; set; }
    public int? Reporting { get; set; }
    public int? Total { get; set; }
    public string? Source { get; set; }
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        var label = string.IsNullOrEmpty(Href) ? Markup.Of($"{Label}") : Markup.Of($"""<a href="{Languages.Keep(Href)}">{Label}</a>""");
        var value = string.IsNullOrEmpty(Value)
            ? Markup.Of($"""<p class="stat-value stat-missing">{words["Stat_Missing"].Value}</p>""")
            : Markup.Of($"""<p class="stat-value">{Value}</p>""");
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "stat");
        output.Content.AppendHtml(Markup.Of($"""<h3 class="stat-label">{label}</h3>{value}{inner}<p class="stat-definition">{Definition}</p>"""));

        if (Reporting is { } reporting && Total is { } total)
        {
            output.Content.AppendHtml(Markup.Of(
                $"""<p class="stat-foot">{words["Stat_Coverage", Numbers.Whole(reporting), Numbers.Whole(total)].Value}</p>"""));
        }

        if (!string.IsNullOrEmpty(Source))
        {
            output.Content.AppendHtml(Markup.Of($"""<p class="stat-foot">{words["Source_Label"].Value} {Source}</p>"""));
        }
    }
}
