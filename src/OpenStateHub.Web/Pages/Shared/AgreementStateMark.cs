using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary><c>&lt;agreement-state state="@row.State" /&gt;</c>: the icon and the word of how far an agreement has come.</summary>
[HtmlTargetElement("agreement-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AgreementStateMark(IStringLocalizer<AgreementWords> words) : TagHelper
{
    public required AgreementState State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var icon = State switch
        {
            AgreementState.Pending => "circle",
            AgreementState.InProgress => "circle-half",
            AgreementState.Done => "check-circle",
            AgreementState.Cancelled => "slash-circle",
            _ => throw new ArgumentOutOfRangeException(nameof(context), State, "No state of an agreement."),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "file-state");
        output.Content.SetHtmlContent(Markup.Of($"{Markup.Icon(icon)}{words[$"State_{State}"].Value}"));
    }
}
