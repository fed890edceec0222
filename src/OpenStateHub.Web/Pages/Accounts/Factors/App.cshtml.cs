using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Factors;

/// <summary>Shows a new secret and keeps it with its first code. Between the two it travels in the form, protected: nothing is kept that no app has.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class AppModel(
    AuthenticatorSecret secrets, ConfirmAuthenticator confirm, UserManager<Person> people, TenantContext tenant, CurrentPerson me, SecondFactorRule rule,
    IStringLocalizer<AccountWords> words) : PageModel
{
    private const int InAGroup = 4;

    /// <summary>As the picture says it to the app.</summary>
    public string Address { get; private set; } = "";

    /// <summary>For whoever types it.</summary>
    public string Written { get; private set; } = "";

    /// <summary>Shown once, after the first code.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    [BindProperty(Name = "secreto")]
    public string? Offered { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync(OneTimeCode.NewSecret());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Offered is null || secrets.Read(me.Id, Offered) is not { } secret)
        {
            return await ShowAsync(OneTimeCode.NewSecret());
        }

        var (refusal, codes) = await confirm.ExecuteAsync(me.Id, me.SignIn.Id, Offered, Code ?? "", ct);

        if (refusal is not null)
        {
            ModelState.Remove(nameof(Code));
            Code = null;
            ModelState.Refuse(refusal, words);
            return await ShowAsync(secret);
        }

        Codes = codes;
        return codes.Count > 0 ? Page() : LocalRedirect(Languages.Keep(SecondFactorRule.Path + "?hecho=puesto"));
    }

    private async Task<IActionResult> ShowAsync(byte[] secret)
    {
        var person = (await people.GetUserAsync(User))!;

        if (person.TwoFactorEnabled && !me.SignIn.SecondFactor && rule.IsAsked)
        {
            return LocalRedirect(Languages.Keep(SecondFactorRule.Path));
        }

        ModelState.Remove("secreto");
        Offered = secrets.Protect(me.Id, secret);
        Written = string.Join(' ', Base32.Write(secret).Chunk(InAGroup).Select(group => new string(group)));
        Address = OneTimeCode.AddressOf(secret, tenant.Current.Name, person.Email!);
        return Page();
    }
}
