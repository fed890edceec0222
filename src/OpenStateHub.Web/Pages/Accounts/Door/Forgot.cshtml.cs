using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Door;

[EnableRateLimiting(SignInLimit.Name)]
public sealed class ForgotModel(RequestReset request, AccountLetters letters, ShownMail mail, IStringLocalizer<AccountWords> words) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(Name = "enviado", SupportsGet = true)]
    public bool IsSent { get; set; }

    public bool ShowsMail => mail.IsShown;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), words["Missing_Email"]);
            return Page();
        }

        // The answer is the same for an address that nobody has.
        await request.ExecuteAsync(Email, letters.Reset, ct);
        return LocalRedirect(Languages.Keep("/cuenta/olvide?enviado=true"));
    }
}
