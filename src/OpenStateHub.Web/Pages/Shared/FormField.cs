using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;form-field for="Email" label="…" hint="…" type="email" autocomplete="username" /&gt;</c>: label, hint, error and input of one
/// property. What was typed stays, except a password. With <c>options</c> it is a select.
/// </summary>
[HtmlTargetElement("form-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormField(IStringLocalizer<SharedWords> words) : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }

    /// <summary>May be left empty; the label says so.</summary>
    public bool Optional { get; set; }

    /// <summary>Said in place of "optional", such as when it will be needed.</summary>
    public string? Needed { get; set; }

    /// <summary>Value and word of each choice; null for an input.</summary>
    public IReadOnlyList<(string Value, string Word)>? Options { get; set; }

    /// <summary>Lines of a longer text; null for one line.</summary>
    public int? Rows { get; set; }

    /// <summary>The days between which a date makes sense: a phone's calendar opens there.</summary>
    public DateOnly? Min { get; set; }

    public DateOnly? Max { get; set; }

    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <summary>The id of a property's input, which the summary of errors links to.</summary>
    public static string IdOf(string name) => name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal).ToLowerInvariant();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = IdOf(For.Name);
        var state = ViewContext.ModelState.GetValueOrDefault(For.Name);
        var error = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var typed = Type == "password" ? null : state?.AttemptedValue ?? Text(For.Model);
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.OfType<string>());

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field-wrong");
        output.Content.AppendHtml(Markup.Of($"""<label for="{id}">{Label}{(Optional ? Markup.Of($""" <span class="muted">({Needed ?? words["Form_Optional"].Value})</span>""") : Markup.None)}</label>"""));
        output.Content.AppendHtml(Hint is null ? Markup.None : Markup.Of($"""<p class="field-hint" id="{id}-hint">{Hint}</p>"""));
        output.Content.AppendHtml(error is null ? Markup.None : Markup.Of($"""<p class="field-error" id="{id}-error">{Markup.Icon("exclamation-triangle-fill")}{error}</p>"""));
        output.Content.AppendHtml(Input(id, typed, Attributes(id, described, error)));
    }

    private TagBuilder Input(string id, string? typed, AttributeDictionary attributes)
    {
        var input = new TagBuilder(Options is not null ? "select" : Rows is null ? "input" : "textarea");
        input.MergeAttributes(attributes);

        if (Options is null && Rows is { } rows)
        {
            input.MergeAttribute("rows", rows.ToString(CultureInfo.InvariantCulture));

            // The browser drops the first line break after the tag: one of its own saves the person's.
            input.InnerHtml.AppendHtml(Markup.Of($"\n{typed ?? ""}"));
            return input;
        }

        if (Options is null)
        {
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.MergeAttribute("type", Type);

            if (typed is not null)
            {
                input.MergeAttribute("value", typed);
            }

            return input;
        }

        foreach (var (value, word) in Options)
        {
            var selected = value == typed ? new HtmlString(" selected") : Markup.None;
            input.InnerHtml.AppendHtml(Markup.Of($"""<option value="{value}"{selected}>{word}</option>"""));
        }

        return input;
    }

    private AttributeDictionary Attributes(string id, string described, string? error)
    {
        var attributes = new AttributeDictionary { ["id"] = id, ["name"] = For.Name };

        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                attributes[name] = value;
            }
        }

        Say("autocomplete", Autocomplete);
        Say("min", Text(Min));
        Say("max", Text(Max));
        Say("aria-describedby", described);
        Say("aria-invalid", error is null ? null : "true");
        Say("aria-required", Optional ? null : "true");
        return attributes;
    }

    private static string? Text(object? value) => value switch
    {
        DateOnly day => Dates.Machine(day),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
