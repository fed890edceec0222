using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Offers;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Offers;

/// <summary>A municipality offers its guarantor seat to the guarantor of its state, with one button.</summary>
[LocalOnly]
[Requires(Right.SeatSecretariat)]
public sealed class MakeModel(
    ListSeatOffers list, OfferGuarantorSeat offer, FindSecretariat secretariats, OfferLetters letters, TenantContext tenant, TimeProvider clock,
    IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Address = "/gestion/secretariado/asiento-del-garante";

    [BindProperty]
    public string? Message { get; set; }

    /// <summary>Null: it has none, or nobody works there yet.</summary>
    public string? State { get; private set; }

    /// <summary>Who holds the seat today; null: nobody.</summary>
    public string? Holder { get; private set; }

    public IReadOnlyList<ListSeatOffers.Row> Offers { get; private set; } = [];

    public bool IsOpen => Offers.Any(one => one.Status is OfferStatus.Open);

    public async Task OnGetAsync(CancellationToken ct)
    {
        State = await list.StateAsync(tenant.Current.ParentId, ct);
        Offers = await list.ExecuteAsync(OfferDirection.Made, ct);
        Holder = (await secretariats.ExecuteAsync(tenant.Current.Today(clock), ct)).Held.FirstOrDefault(seat => seat.Sector is Sector.Guarantor)?.Organization;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await offer.ExecuteAsync(Message, letters.Offered, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(Address));
        }

        ModelState.Refuse(refusal, reasons);
        await OnGetAsync(ct);
        return Page();
    }
}
