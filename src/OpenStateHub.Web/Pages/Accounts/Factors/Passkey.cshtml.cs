using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Factors;

/// <summary>The device makes a passkey, which opens this place alone.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class PasskeyModel(
    Passkeys passkeys, AddPasskey add, UserManager<Person> people, CurrentPerson me, SecondFactorRule rule, IStringLocalizer<AccountWords> words) : PageModel
{
    public Passkeys.Question Asked { get; private set; } = null!;

    /// <summary>Shown once, after the first factor.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var person = (await people.GetUserAsync(User))!;

        if (MustProve(person))
        {
            return LocalRedirect(Languages.Keep(SecondFactorRule.Path));
        }

        Asked = await passkeys.ToMakeAsync(person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "llave")] string? answer, [FromForm(Name = "estado")] string? state, CancellationToken ct)
    {
        var person = (await people.GetUserAsync(User))!;

        if (MustProve(person))
        {
            return LocalRedirect(Languages.Keep(SecondFactorRule.Path));
        }

        var (refusal, codes) = await passkeys.MadeAsync(person, answer, state) is { } made
            ? await add.ExecuteAsync(person, me.SignIn.Id, made, Name, ct)
            : (AccountRefusals.PasskeyRefused, []);

        if (refusal is not null)
        {
            ModelState.Refuse(refusal, words);
            Asked = await passkeys.ToMakeAsync(person);
            return Page();
        }

        Codes = codes;
        return codes.Count > 0 ? Page() : LocalRedirect(Languages.Keep(SecondFactorRule.Path + "?hecho=puesto"));
    }

    private bool MustProve(Person person) => person.TwoFactorEnabled && !me.SignIn.SecondFactor && rule.IsAsked;
}
