using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Mine;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Mine;

[EnableRateLimiting(SignInLimit.Name)]
public sealed class LeaveModel(LeavePlace leave, ListMyRows list, UserManager<Person> people, IStringLocalizer<AccountWords> words) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    public bool HasActed { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        HasActed = (await list.ExecuteAsync((await people.GetUserAsync(User))!, ct)).Exists(row => row.IsAct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (refusal, _) = await leave.ExecuteAsync((await people.GetUserAsync(User))!, Password, words["Leave_NameInstead"], ct);

        if (refusal is not null)
        {
            ModelState.Refuse(refusal, words);
            await OnGetAsync(ct);
            return Page();
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect(Languages.Keep("/cuenta/entrar?hecho=baja"));
    }
}
