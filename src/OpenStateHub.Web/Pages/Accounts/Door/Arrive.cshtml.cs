using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Accounts.Door;

/// <summary>
/// Somebody comes over from an account that they linked. By a button: a link that somebody else sends must not sign its reader in as that
/// somebody.
/// </summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class ArriveModel(ComeOver come, Entering entering, HostMap hosts, ListGrants grants) : PageModel
{
    [BindProperty(Name = "pase", SupportsGet = true)]
    public string? Text { get; set; }

    public Refusal? Refused { get; private set; }

    public string Name { get; private set; } = "";

    public string From { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (refusal, person, pass) = await come.FindAsync(Text, ct);
        Refused = refusal;
        Name = person?.Name ?? "";
        From = pass is null ? "" : hosts.ById(new TenantId(pass.FromPlace))?.Name ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (refusal, person, pass) = await come.ExecuteAsync(Text, ct);

        if (refusal is not null)
        {
            Refused = refusal;
            return Page();
        }

        return LocalRedirect(Languages.Keep(await entering.EnterAsync(person!, pass!.SecondFactor, ct)
            ? await WayIn.OfAsync(Url, back: null, grants, person!.Id, ct)
            : "/cuenta/entrar/segundo-paso"));
    }
}
