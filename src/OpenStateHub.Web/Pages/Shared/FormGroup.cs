using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary><c>&lt;form-group heading="…" hint="…"&gt;fields&lt;/form-group&gt;</c>: fields that can wait, folded; it opens by itself where one of them is wrong.</summary>
[HtmlTargetElement("form-group")]
public sealed class FormGroup : TagHelper
{
    public required string Heading { get; set; }
    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "form-group");

        if (fields.GetContent().Contains("field-wrong", StringComparison.Ordinal))
        {
            output.Attributes.SetAttribute("open", "");
        }

        output.Content.SetHtmlContent(Markup.Of(
            $"""
             <summary><span><b>{Heading}</b>{(Hint is null ? Markup.None : Markup.Of($"""<span class="field-hint">{Hint}</span>"""))}</span>{Markup.Icon("chevron-down")}</summary><div class="form-group-fields">{fields}</div>
             """));
    }
}
