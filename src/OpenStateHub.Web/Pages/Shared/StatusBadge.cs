using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;status-badge status="@activity.Status" late="@activity.IsLate" /&gt;</c>: icon and word of the state of an activity or a
/// commitment (NotStarted, InProgress, Complete, Verified, NotFulfilled, Withdrawn). Late and open adds "con retraso"; late and
/// verified says "cumplido con retraso". Undecided is a commitment that only lacks the secretariat's decision. <c>count="6"</c> says how many commitments are in that state: "6 compromisos en proceso".
/// </summary>
[HtmlTargetElement("status-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusBadge(IStringLocalizer<SharedWords> words) : TagHelper
{
    public required string Status { get; set; }
    public bool Late { get; set; }
    public bool Undecided { get; set; }
    public int? Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var verifiedLate = Late && Status == "Verified";
        var (icon, tone) = Status switch
        {
            "NotStarted" => ("circle", "idle"),
            "InProgress" => ("circle-half", "going"),
            "Complete" => ("check-circle", "said"),
            "Verified" => (verifiedLate ? "clock-history" : "patch-check-fill", "done"),
            "NotFulfilled" => ("x-octagon-fill", "bad"),
            "Withdrawn" => ("slash-circle", "idle"),
            _ => throw new ArgumentOutOfRangeException(nameof(context), Status, "No state of a commitment or an activity."),
        };

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "badges");
        output.Content.AppendHtml(Badge(tone, icon, Word(verifiedLate)));

        if (Late && Status is ("NotStarted" or "InProgress"))
        {
            output.Content.AppendHtml(Badge("late", "exclamation-triangle-fill", Markup.Of($"{words["Status_Late"].Value}")));
        }
    }

    private IHtmlContent Word(bool verifiedLate) => Count switch
    {
        1 => Markup.Of($"<span><b>1</b> {words[$"TallyOne_{Status}"].Value}</span>"),
        { } many => Markup.Of($"<span><b>{Numbers.Whole(many)}</b> {words[$"Tally_{Status}"].Value}</span>"),
        null when Undecided => Markup.Of($"{words["Status_AwaitsDecision"].Value}"),
        null when verifiedLate => Markup.Of($"{words["Status_VerifiedLate"].Value}"),
        null => Markup.Of($"{words[$"Status_{Status}"].Value}"),
    };

    private static IHtmlContent Badge(string tone, string icon, IHtmlContent word) =>
        Markup.Of($"""<span class="badge badge-{tone}">{Markup.Icon(icon)}{word}</span>""");
}
