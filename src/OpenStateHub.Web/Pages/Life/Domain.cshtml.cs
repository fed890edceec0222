using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Life;

/// <summary>A place's own domain: noted, shown to be its own, taken away.</summary>
[NationalOnly]
[Requires(Right.SuspendPlaces)]
public sealed class DomainModel(
    FindPlaceLife find, AddDomain add, VerifyDomain verify, RemoveDomain remove, HostMap hosts, TenantContext tenant, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>What the form before did.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Host { get; set; }

    public FindPlaceLife.Result Found { get; private set; } = null!;

    public Tenant Place => Found.Place;

    public PlaceDomain? Own => Found.Domain;

    /// <summary>The address under the hub, which stays.</summary>
    public string HubHost => $"{Place.Slug}.{hosts.BaseDomain}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await find.ExecuteAsync(Slug, ct) is not { } found || found.Place.IsNational)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => AnswerAsync(add.ExecuteAsync(Slug, Host, hosts.BaseDomain, ct), "agregado", ct);

    public Task<IActionResult> OnPostVerifyAsync(CancellationToken ct) => AnswerAsync(verify.ExecuteAsync(Slug, ct), "verificado", ct);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => AnswerAsync(remove.ExecuteAsync(Slug, ct), "quitado", ct);

    /// <summary>The moment by the clocks of the nation.</summary>
    public DateTime Local(DateTimeOffset at) => tenant.Current.LocalTime(at);

    private async Task<IActionResult> AnswerAsync(Task<Refusal?> change, string done, CancellationToken ct)
    {
        if (await change is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{LifePath.Of(Slug, "dominio")}?hecho={done}"));
        }

        ModelState.Refuse(refusal, reasons);
        return await OnGetAsync(ct);
    }
}
