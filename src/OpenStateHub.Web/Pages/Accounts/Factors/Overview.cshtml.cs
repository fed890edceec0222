using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Factors;

/// <summary>By what the person proves who they are beyond a password; and where that is asked in the middle of a sign-in.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class OverviewModel(
    ListFactors list, CheckCode check, RemoveFactor remove, ProveSignIn prove, UserManager<Person> people, CurrentPerson me, SecondFactorRule rule,
    IStringLocalizer<AccountWords> words) : PageModel
{
    private static readonly string[] KnownDone = ["puesto", "quitado"];

    public ListFactors.Found Found { get; private set; } = null!;

    /// <summary>A role that the person holds demands one.</summary>
    public bool IsDemanded { get; private set; }

    /// <summary>Whoever changes factors proves one first.</summary>
    public bool MustProve => Found.Count > 0 && !me.SignIn.SecondFactor && rule.IsAsked;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = SignInSetup.ReturnName, SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        Found = await list.ExecuteAsync(me.Id, ct);
        IsDemanded = rule.IsDemandedOf(await me.GrantsAsync(ct));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = (await people.GetUserAsync(User))!;

        if (await check.ExecuteAsync(person, Code, ct) is { } refusal)
        {
            ModelState.Remove(nameof(Code));
            Code = null;
            return await RefuseAsync(refusal, ct);
        }

        await prove.ExecuteAsync(me.SignIn.Id, ct);
        return LocalRedirect(Languages.Keep(Url.IsLocalUrl(Back) ? Back : SecondFactorRule.Path));
    }

    /// <param name="passkey">Null: the app.</param>
    public async Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "llave")] string? passkey, CancellationToken ct)
    {
        await OnGetAsync(ct);

        return MustProve ? Page()
            : await remove.ExecuteAsync(me.Id, passkey, IsDemanded, ct) is { } refusal ? await RefuseAsync(refusal, ct)
            : LocalRedirect(Languages.Keep(SecondFactorRule.Path + "?hecho=quitado"));
    }

    private async Task<IActionResult> RefuseAsync(Core.Refusal refusal, CancellationToken ct)
    {
        ModelState.Refuse(refusal, words);
        await OnGetAsync(ct);
        return Page();
    }
}
