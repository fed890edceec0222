using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts;

[EnableRateLimiting(SignInLimit.Name)]
public sealed class AccountModel(
    UserManager<Person> people, Entering entering, ChangePassword change, CurrentPerson me, IStringLocalizer<AccountWords> words) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = "cambiada", SupportsGet = true)]
    public bool IsChanged { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Person = (await people.GetUserAsync(User))!;
        Grants = await me.GrantsAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);

        if (await change.ExecuteAsync(me.Id, Current ?? "", Password ?? "") is { } refusal)
        {
            ModelState.Refuse(refusal, words);
            return Page();
        }

        // The new stamp ends every other session, but not this one.
        await entering.RenewAsync(Person, ct);
        return LocalRedirect(Languages.Keep("/cuenta?cambiada=true"));
    }
}
