using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Accounts;

/// <summary>Only by POST: a link or an image of another page signs nobody out.</summary>
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Languages.Keep("/cuenta"));

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect(Languages.Keep("/cuenta/entrar?hecho=salida"));
    }
}
