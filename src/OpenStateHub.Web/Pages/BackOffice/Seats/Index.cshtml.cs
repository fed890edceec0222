using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Seats;

/// <summary>Who sits in the secretariat, and everything that can be done about it.</summary>
[Requires(Right.SeatSecretariat)]
public sealed class IndexModel(FindSecretariat secretariats, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const string Address = "/gestion/secretariado";
    public const string Saved = "guardado";

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public SecretariatOnDay Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Found = await secretariats.ExecuteAsync(tenant.Current.Today(clock), ct);

    public IReadOnlyList<SeatRow> SeatsOf(Sector sector) => [.. Found.Seats.Where(s => s.Sector == sector && !(s.UntilOn < Found.On))];
}
