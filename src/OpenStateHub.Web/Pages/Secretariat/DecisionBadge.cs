using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary><c>&lt;decision-badge outcome="decision.Outcome" /&gt;</c>: icon and word of how a decision came out.</summary>
[HtmlTargetElement("decision-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DecisionBadge(IStringLocalizer<DecisionWords> words) : TagHelper
{
    public required DecisionOutcome Outcome { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, tone) = Outcome switch
        {
            DecisionOutcome.Open => ("hourglass-split", "going"),
            DecisionOutcome.Passed => ("check-circle", "done"),
            DecisionOutcome.NotPassed => ("x-octagon-fill", "bad"),
            _ => ("slash-circle", "idle"),
        };

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge badge-{tone}");
        output.Content.SetHtmlContent(Markup.Of($"{Markup.Icon(icon)}{words[$"Outcome_{Outcome}"].Value}"));
    }
}

/// <summary><c>&lt;vote-mark choice="seat.Choice" /&gt;</c>: icon and word of a vote; null is a seat that has not voted.</summary>
[HtmlTargetElement("vote-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VoteMark(IStringLocalizer<DecisionWords> words) : TagHelper
{
    public VoteChoice? Choice { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, tone) = Choice switch
        {
            VoteChoice.InFavour => ("check-circle", "favour"),
            VoteChoice.Against => ("x-octagon-fill", "against"),
            VoteChoice.Abstention => ("slash-circle", "abstention"),
            _ => ("circle", "silent"),
        };

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"vote vote-{tone}");
        output.Content.SetHtmlContent(Markup.Of($"{Markup.Icon(icon)}{(Choice is { } said ? words[$"Choice_{said}"].Value : words["Choice_None"].Value)}"));
    }
}
