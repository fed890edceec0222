using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Door;

[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class ResetModel(ResetPassword reset, IStringLocalizer<AccountWords> words) : PageModel
{
    [BindProperty(Name = "persona", SupportsGet = true)]
    public Guid? PersonId { get; set; }

    [BindProperty(Name = "clave", SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public IActionResult OnGet() => PersonId is null || string.IsNullOrEmpty(Token) ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (PersonId is not { } person || string.IsNullOrEmpty(Token))
        {
            return NotFound();
        }

        if (await reset.ExecuteAsync(person, Token, Password ?? "", ct) is { } refusal)
        {
            ModelState.Refuse(refusal, words);
            return Page();
        }

        return LocalRedirect(Languages.Keep("/cuenta/entrar?hecho=restablecida"));
    }
}
