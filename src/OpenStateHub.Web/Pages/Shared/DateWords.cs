using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;date-words on="@fact.On" known-by="@fact.KnownBy" /&gt;</c>: "25 de agosto de 2015"; where only an upper bound is sourced
/// "a más tardar el 1 de septiembre de 2015"; where neither is known "sin fecha conocida".
/// </summary>
[HtmlTargetElement("date-words", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateWords(IStringLocalizer<SharedWords> words) : TagHelper
{
    public DateOnly? On { get; set; }
    public DateOnly? KnownBy { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((On ?? KnownBy) is not { } day)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "muted");
            output.Content.SetContent(words["Date_Unknown"]);
        }
        else
        {
            output.TagName = "time";
            output.Attributes.SetAttribute("datetime", Dates.Machine(day));
            output.Content.SetContent(On is null ? words["Date_KnownBy", Dates.Words(day)] : Dates.Words(day));
        }

        output.TagMode = TagMode.StartTagAndEndTag;
    }
}
