using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary><c>&lt;form-errors /&gt;</c>: every error of the form, each leading to its field; nothing where there is none.</summary>
[HtmlTargetElement("form-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormErrors(IStringLocalizer<SharedWords> words) : TagHelper
{
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.SelectMany(entry => entry.Value!.Errors, (entry, error) => (entry.Key, error.ErrorMessage)).ToList();
        output.TagName = errors.Count == 0 ? null : "div";
        output.TagMode = TagMode.StartTagAndEndTag;

        if (errors.Count > 0)
        {
            output.Attributes.SetAttribute("class", "form-errors");
            output.Attributes.SetAttribute("role", "alert");
            output.Content.SetHtmlContent(Markup.Of($"""<p class="form-errors-title">{words["Form_Errors"].Value}</p><ul>{Markup.Each(errors.Select(Line))}</ul>"""));
        }
    }

    private static IHtmlContent Line((string Field, string Text) error) => error.Field.Length == 0
        ? Markup.Of($"<li>{error.Text}</li>")
        : Markup.Of($"""<li><a href="#{FormField.IdOf(error.Field)}">{error.Text}</a></li>""");
}
