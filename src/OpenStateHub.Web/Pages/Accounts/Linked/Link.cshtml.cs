using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Accounts.Linked;

/// <summary>One side of a link is confirmed, with the password of this place; then the other.</summary>
[EnableRateLimiting(SignInLimit.Name)]
[ResponseCache(NoStore = true)]
public sealed class LinkModel(
    ConfirmLink confirm, Passes passes, UserManager<Person> people, HostMap hosts, HubAddresses addresses, CurrentPerson me, IStringLocalizer<AccountWords> words) : PageModel
{
    [BindProperty(Name = "pase", SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Pass? Pass { get; private set; }

    /// <summary>The place that the pass comes from.</summary>
    public string From { get; private set; } = "";

    public string Me => me.Name ?? "";

    public Refusal? Refused { get; private set; }

    /// <summary>Where the first place finishes it.</summary>
    public string? Continue { get; private set; }

    public void OnGet() => Find();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Find() is not { } place)
        {
            return Page();
        }

        var (refusal, _, answer) = await confirm.ExecuteAsync((await people.GetUserAsync(User))!, Text, Password, ct);

        if (refusal is not null)
        {
            ModelState.Refuse(refusal, words);
            return Page();
        }

        if (answer is null)
        {
            return LocalRedirect(Languages.Keep("/cuenta/espacios?hecho=enlazado"));
        }

        Continue = addresses.Of(place, "/cuenta/espacios/enlace" + QueryString.Create("pase", answer));
        return Page();
    }

    private Tenant? Find()
    {
        Pass = passes.Read(Text, PassKind.Ask, PassKind.Answer);

        if (Pass is null || (Pass.ToPerson is { } meant && meant != me.Id) || hosts.ById(new TenantId(Pass.FromPlace)) is not { } place)
        {
            Refused = AccountRefusals.PassSpent;
            return null;
        }

        From = place.Name;
        return place;
    }
}
