using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Door;

/// <summary>The password was right; now something that the person has.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class SecondStepModel(Entering entering, CheckCode check, ListGrants grants, IStringLocalizer<AccountWords> words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = SignInSetup.ReturnName, SupportsGet = true)]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync() => await entering.WaitingAsync() is null ? ToTheDoor() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await entering.WaitingAsync() is not { } person)
        {
            return ToTheDoor();
        }

        if (await check.ExecuteAsync(person, Code, ct) is { } refusal)
        {
            ModelState.Remove(nameof(Code));
            Code = null;
            ModelState.Refuse(refusal, words);
            return Page();
        }

        await entering.EnterAsync(person, secondFactor: true, ct);
        return LocalRedirect(Languages.Keep(await WayIn.OfAsync(Url, Back, grants, person.Id, ct)));
    }

    private LocalRedirectResult ToTheDoor() => LocalRedirect(Languages.Keep(SignInSetup.SignInPath));
}
