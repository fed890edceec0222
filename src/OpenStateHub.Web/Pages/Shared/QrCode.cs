using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary><c>&lt;qr-code text="…" label="…" /&gt;</c>: a picture that a telephone reads, drawn in the page: no other request, nothing on a disk.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCode : TagHelper
{
    public required string Text { get; set; }
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var size = rows.Count.ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr-code");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("viewBox", $"0 0 {size} {size}");
        output.Attributes.SetAttribute("width", "220");
        output.Attributes.SetAttribute("height", "220");
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.SetHtmlContent(Markup.Of($"""<rect width="100%" height="100%" fill="#fff"></rect><path fill="#000" d="{PathOf(rows)}"></path>"""));
    }

    /// <summary>One stroke for each run of dark squares in a row.</summary>
    private static string PathOf(List<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();

        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;

                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
                }
            }
        }

        return path.ToString();
    }
}
