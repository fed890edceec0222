using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Factors;

/// <summary>Other recovery codes, shown once: nobody, the hub included, can show them again.</summary>
[ResponseCache(NoStore = true)]
public sealed class CodesModel(RenewRecoveryCodes renew, CurrentPerson me, SecondFactorRule rule) : PageModel
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet() => ToOverview();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (rule.IsAsked && !me.SignIn.SecondFactor)
        {
            return ToOverview();
        }

        Codes = await renew.ExecuteAsync(me.Id, ct);
        return Codes.Count > 0 ? Page() : ToOverview();
    }

    private LocalRedirectResult ToOverview() => LocalRedirect(Languages.Keep(SecondFactorRule.Path));
}
