using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Offers;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Offers;

/// <summary>The seats that municipalities offer and nobody has answered.</summary>
public sealed class OfferMatters(ListSeatOffers list, CurrentPerson me, IStringLocalizer<StartWords> words) : IMatters
{
    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct) => !await me.MayAsync(Right.SeatSecretariat, ct) ? [] :
    [
        .. (await list.ExecuteAsync(OfferDirection.Received, ct)).Where(offer => offer.Status is OfferStatus.Open).Select(offer => new Waiting(
            "going", "hourglass-split", words["Matter_Offer", offer.Other], words["Matter_OfferWhy", Dates.Words(offer.OfferedOn)],
            $"/gestion/secretariado/ofrecimientos/{offer.Id}")),
    ];
}
