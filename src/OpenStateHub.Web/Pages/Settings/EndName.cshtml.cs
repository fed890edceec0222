using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Settings;

[Requires(Right.ManageSettings)]
public sealed class EndNameModel(ListDatedNames list, EndDatedName end, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(Name = "nombre", SupportsGet = true)]
    public Guid NameId { get; set; }

    [BindProperty]
    public DateOnly? UntilOn { get; set; }

    public ListDatedNames.Row Name { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await list.ExecuteAsync(ct)).Find(name => name.Id == NameId) is not { } found)
        {
            return NotFound();
        }

        Name = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var (found, refusal) = await end.ExecuteAsync(NameId, UntilOn, ct);

            if (found && refusal is null)
            {
                return LocalRedirect(Languages.Keep($"/gestion/ajustes/nombres?hecho={SettingsForms.Saved}"));
            }

            if (refusal is not null)
            {
                ModelState.Refuse(refusal, reasons);
            }
        }

        return await OnGetAsync(ct);
    }
}
