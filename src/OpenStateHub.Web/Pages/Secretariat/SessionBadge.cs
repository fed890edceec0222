using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary><c>&lt;session-badge status="@row.Status" had-quorum="@row.HadQuorum" /&gt;</c>: icon and word of how far a session is.</summary>
[HtmlTargetElement("session-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SessionBadge(IStringLocalizer<SessionWords> words) : TagHelper
{
    public required SessionStatus Status { get; set; }

    /// <summary>Of a closed session.</summary>
    public bool? HadQuorum { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, tone, word) = Status switch
        {
            SessionStatus.Draft => ("circle", "idle", words["Status_Draft"]),
            SessionStatus.Called => ("hourglass-split", "going", words["Status_Called"]),
            SessionStatus.Open => ("circle-half", "said", words["Status_Open"]),
            SessionStatus.Cancelled => ("slash-circle", "idle", words["Status_Cancelled"]),
            _ when HadQuorum is false => ("x-octagon-fill", "bad", words["Status_NoQuorum"]),
            _ => ("check-circle", "done", words["Status_Closed"]),
        };

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge badge-{tone}");
        output.Content.SetHtmlContent(Markup.Of($"{Markup.Icon(icon)}{word.Value}"));
    }
}
