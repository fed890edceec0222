using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice.Keeping;

/// <summary><c>&lt;form method="post" kept="Model.Kept"&gt;</c>: the form says what it is, so that the script keeps what is typed into it.</summary>
[HtmlTargetElement("form", Attributes = "kept")]
public sealed class KeptFormTag(IStringLocalizer<PlanWords> words) : TagHelper
{
    /// <summary>The form's id, by which the buttons of a conflict send it.</summary>
    public const string Id = "kept-form";

    public required KeptForm Kept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("id", Id);

        // The back button after a save must not put the saved text into a new form, which would add it a second time; what was not saved comes back by itself.
        output.Attributes.SetAttribute("autocomplete", "off");
        output.Attributes.SetAttribute("data-keep", Kept.Key);
        output.Attributes.SetAttribute("data-keep-saved", Kept.SavedAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "0");
        output.Attributes.SetAttribute("data-keep-lost", words["Kept_Lost"].Value);
        output.Attributes.SetAttribute("data-keep-found", words["Kept_FoundHere"].Value);

        if (Kept.IsSent)
        {
            output.Attributes.SetAttribute("data-keep-sent", "");
        }

        output.PreContent.AppendHtml(Markup.Of(
            $"""
             <input type="hidden" name="{FormKeeping.FormName}" value="{Kept.Form}"><input type="hidden" name="{FormKeeping.SubjectName}" value="{Kept.Subject}"><input type="hidden" name="{FormKeeping.RevisionName}" value="{Kept.Revision}">
             """));
        output.PostContent.AppendHtml(Markup.Of($"""<p class="kept-status" role="status" data-keep-status></p>"""));
    }
}
