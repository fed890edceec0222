using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>Whether people of other places, who have an account here too, may come over without this place's password.</summary>
[Requires(Right.ManageSettings)]
public sealed class AccountsModel(ChangeAccountRules rules) : PageModel
{
    [BindProperty(Name = "acepta")]
    public bool Accepts { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsSaved => Done == SettingsForms.Saved;

    public async Task OnGetAsync(CancellationToken ct) => Accepts = await rules.FindAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await rules.ExecuteAsync(Accepts, ct);
        return LocalRedirect(Languages.Keep($"/gestion/ajustes/cuentas?hecho={SettingsForms.Saved}"));
    }
}
