using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Life;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>The whole place as one file, as its own administrator asks for it.</summary>
[LocalOnly]
[Requires(Right.ManageSettings)]
public sealed class ArchiveModel(AskForExport ask, ListExports list, CurrentPerson me, TenantContext tenant, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Address = "/gestion/ajustes/archivo";

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public ExportRows Rows { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Rows = new ExportRows(await list.ExecuteAsync(ct), Address, tenant.Current);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ask.ExecuteAsync(me.Id, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{Address}?hecho=pedido"));
        }

        ModelState.Refuse(refusal, reasons);
        await OnGetAsync(ct);
        return Page();
    }
}
