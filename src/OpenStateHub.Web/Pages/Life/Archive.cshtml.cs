using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Life;

/// <summary>The whole of a place as one file, as an operator asks for it.</summary>
[NationalOnly]
[Requires(Right.ExportPlaces)]
public sealed class ArchiveModel(HostMap hosts, PlaceExports exports, TenantContext tenant, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public Tenant Place { get; private set; } = null!;

    public ExportRows Rows { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (hosts.BySlug(Slug) is not { IsServed: true, IsNational: false } place)
        {
            return NotFound();
        }

        Place = place;
        Rows = new ExportRows(await exports.ExecuteAsync(place, ct), LifePath.Of(Slug, "archivo"), tenant.Current);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (hosts.BySlug(Slug) is not { IsServed: true, IsNational: false } place)
        {
            return NotFound();
        }

        if (await exports.AskAsync(place, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{LifePath.Of(Slug, "archivo")}?hecho=pedido"));
        }

        ModelState.Refuse(refusal, reasons);
        return await OnGetAsync(ct);
    }
}
