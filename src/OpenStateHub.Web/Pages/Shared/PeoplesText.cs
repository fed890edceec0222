using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// <c>&lt;peoples-text text="@commitment.Problem" /&gt;</c>: what people wrote, with paragraphs, lists, emphasis and links. Never HTML,
/// headings or pictures; a link leads to the web or to mail, or stays mere text.
/// </summary>
[HtmlTargetElement("peoples-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PeoplesText : TagHelper
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Render(Text));
    }

    public static IHtmlContent Render(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Markup.None;
        }

        var document = Markdown.Parse(text, Pipeline);

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;

            if (IsHarmless(link.Url))
            {
                link.GetAttributes().AddProperty("rel", "external nofollow");
            }
            else
            {
                link.ReplaceBy(new ContainerInline());
            }
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeMailto);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak();
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        return builder.Build();
    }
}
