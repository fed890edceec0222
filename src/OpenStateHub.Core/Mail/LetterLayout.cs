using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpenStateHub.Core.Mail;

/// <summary>The two faces of a letter: plain text, and HTML that loads nothing from anywhere.</summary>
public static class LetterLayout
{
    // Accents travel as themselves; whatever HTML gives a meaning does not.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(Letter letter)
    {
        var footer = letter.Unsubscribe is { } end ? $"{letter.Footer}\n{end.Label}: {WebAddress(end)}" : letter.Footer;
        string?[] blocks =
        [
            .. letter.Paragraphs,
            letter.Action is { } action ? $"{action.Label}:\n{WebAddress(action)}" : null,
            .. letter.Closing,
            $"-- \n{footer}\n",
        ];
        return string.Join("\n\n", blocks.OfType<string>());
    }

    /// <param name="place">Whose letter it is: the heading.</param>
    public static string Html(Letter letter, string place) =>
        $"""
         <!DOCTYPE html>
         <html lang="{Encode(letter.Language)}">
         <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(letter.Subject)}</title></head>
         <body style="margin:0;padding:24px 12px;background:#faf8f5;color:#211e1c;font:16px/1.55 'Noto Sans',Arial,sans-serif">
         <div style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #e1dbd3;border-top:4px solid #611232;border-radius:4px">
         <div style="padding:24px 28px 8px">
         <p style="margin:0 0 4px;color:#611232;font-size:14px;font-weight:bold">{Encode(place)}</p>
         <h1 style="margin:0 0 20px;font-size:22px;line-height:1.25">{Encode(letter.Subject)}</h1>
         {Paragraphs(letter.Paragraphs)}{Action(letter.Action)}{Paragraphs(letter.Closing)}</div>
         <div style="padding:14px 28px 18px;border-top:1px solid #e1dbd3;color:#5a544f;font-size:13px">{Encode(letter.Footer)}{Unsubscribe(letter.Unsubscribe)}</div>
         </div>
         </body>
         </html>
         """;

    private static string Paragraphs(IEnumerable<string> paragraphs) =>
        string.Concat(paragraphs.Select(text => $"<p style=\"margin:0 0 16px\">{Encode(text)}</p>\n"));

    // The address stands below its button for whoever reads where buttons do not work, or wants to see where it leads.
    private static string Action(Letter.Link? link) => link is null
        ? ""
        : $"""
           <p style="margin:24px 0 8px"><a href="{Encode(WebAddress(link))}" style="display:inline-block;padding:12px 22px;background:#611232;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">{Encode(link.Label)}</a></p>
           <p style="margin:0 0 24px;color:#5a544f;font-size:13px;word-break:break-all">{Encode(WebAddress(link))}</p>

           """;

    private static string Unsubscribe(Letter.Link? link) =>
        link is null ? "" : $"<br><a href=\"{Encode(WebAddress(link))}\" style=\"color:#611232\">{Encode(link.Label)}</a>";

    /// <summary>Whatever is no address of the web would do something else when opened.</summary>
    private static string WebAddress(Letter.Link link) =>
        Uri.TryCreate(link.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : throw new ArgumentException($"A letter links to whole web addresses only, and '{link.Label}' leads elsewhere.", nameof(link));

    private static string Encode(string text) => Encoder.Encode(text);
}
