using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>A comment, a testimony or a question about something public.</summary>
[EnableRateLimiting(PublicFormLimit.Name)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class CommentModel(WriteComment write, FindTopics topics, CommentLetters letters, ShownMail mail, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    // A little more than a photograph may have, so that who sends one too big reads why.
    private const long MostBytes = 2 * WriteComment.MostPhotoBytes;

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["kind"] = nameof(Kind),
        ["text"] = nameof(Text),
        ["name"] = nameof(ShownName),
        ["address"] = nameof(Address),
        ["photo"] = nameof(Photo),
        ["accepts"] = nameof(Accepts),
    };

    /// <summary>What it is about, as the history names it.</summary>
    [BindProperty(Name = "sobre", SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(Name = "enviado", SupportsGet = true)]
    public bool IsSent { get; set; }

    [BindProperty(Name = "tipo", SupportsGet = true)]
    public CommentKind? Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? ShownName { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public IFormFile? Photo { get; set; }

    [BindProperty]
    public bool Accepts { get; set; }

    public Topic Topic { get; private set; } = null!;

    public bool ShowsMail => mail.IsShown;

    public IEnumerable<CommentKind> Kinds =>
        Topic.IsPromise ? [CommentKind.Fulfilled, CommentKind.NotFulfilled, CommentKind.Comment, CommentKind.Question] : [CommentKind.Question, CommentKind.Comment];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Subject.From(About) is not { } subject || await topics.ExecuteAsync(subject, ct) is not { IsPlace: false } found)
        {
            return NotFound();
        }

        Topic = found;
        Kind ??= CommentKind.Comment;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Subject.From(About) is not { } subject)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            await using var photo = Photo?.OpenReadStream();
            var input = new WriteComment.Input
            {
                Kind = Kind ?? CommentKind.Comment,
                Subject = subject,
                Text = Text,
                ShownName = ShownName,
                Address = Address,
                Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                AcceptsNotice = Accepts,
                Sent = photo is null ? null : new(photo, Photo!.Length),
            };
            var (found, refusal) = await write.ExecuteAsync(input, letters.Confirmation, ct);

            if (found && refusal is null)
            {
                return LocalRedirect(Languages.Keep("/comentar" + QueryString.Create(new Dictionary<string, string?> { ["sobre"] = About, ["enviado"] = "true" })));
            }

            if (refusal is not null)
            {
                ModelState.Refuse(refusal, reasons, Fields);
            }
        }

        return await OnGetAsync(ct);
    }
}
