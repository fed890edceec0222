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

/// <summary>Asks for an address to follow the place, or one thing of it.</summary>
[EnableRateLimiting(PublicFormLimit.Name)]
public sealed class FollowModel(AskToFollow ask, FindTopics topics, FollowerLetters letters, ShownMail mail, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["address"] = nameof(Address), ["accepts"] = nameof(Accepts) };

    /// <summary>What to follow, as the history names it; empty: the whole place.</summary>
    [BindProperty(Name = "sobre", SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(Name = "enviado", SupportsGet = true)]
    public bool IsSent { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public Frequency Frequency { get; set; } = Frequency.Weekly;

    [BindProperty]
    public bool Accepts { get; set; }

    public Topic Topic { get; private set; } = null!;

    public bool ShowsMail => mail.IsShown;

    private Subject? Subject => string.IsNullOrEmpty(About) ? Topic.Place : Core.Ledger.Subject.From(About);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Subject is not { } subject || await topics.ExecuteAsync(subject, ct) is not { } found)
        {
            return NotFound();
        }

        Topic = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Subject is not { } subject)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var input = new AskToFollow.Input
            {
                Subject = subject,
                Address = Address,
                Frequency = Frequency,
                Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                AcceptsNotice = Accepts,
            };
            var (found, refusal) = await ask.ExecuteAsync(input, (topic, token) => letters.Confirmation(topic, Frequency, token), ct);

            if (found && refusal is null)
            {
                return LocalRedirect(Languages.Keep("/seguir" + QueryString.Create(new Dictionary<string, string?> { ["sobre"] = About, ["enviado"] = "true" })));
            }

            if (refusal is not null)
            {
                ModelState.Refuse(refusal, reasons, Fields);
            }
        }

        return await OnGetAsync(ct);
    }
}
