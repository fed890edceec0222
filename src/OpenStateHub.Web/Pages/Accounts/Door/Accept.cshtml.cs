using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Door;

[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class AcceptModel(FindInvitation find, AcceptInvitation accept, IStringLocalizer<AccountWords> words, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public FindInvitation.Found Found { get; private set; } = null!;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whether they accept the notice of privacy.</summary>
    [BindProperty]
    public bool Accepts { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await find.ExecuteAsync(token, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Response.StatusCode = found.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await find.ExecuteAsync(token, ct) is null)
        {
            return NotFound();
        }

        if (await accept.ExecuteAsync(new AcceptInvitation.Input(token, Name, Password, Accepts), ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep("/cuenta/entrar?hecho=aceptada"));
        }

        if (refusal == PrivacyRefusals.NoticeNotAccepted)
        {
            ModelState.AddModelError(nameof(Accepts), reasons.Of(refusal));
        }
        else
        {
            ModelState.Refuse(refusal, words);
        }

        return await OnGetAsync(token, ct);
    }
}
