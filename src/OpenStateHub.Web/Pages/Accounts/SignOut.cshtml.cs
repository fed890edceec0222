using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts;

/// <summary>Only by POST: a link or an image of another page signs nobody out.</summary>
public sealed class SignOutModel(Entering entering, CurrentPerson me) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Languages.Keep("/cuenta"));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await entering.LeaveAsync(me.Id, ct);
        return LocalRedirect(Languages.Keep("/cuenta/entrar?hecho=salida"));
    }
}
