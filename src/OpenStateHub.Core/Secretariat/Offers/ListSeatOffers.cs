using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Offers;

/// <summary>The seats that this place offered, or that were offered to it; the newest first.</summary>
public sealed class ListSeatOffers(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(OfferDirection direction, CancellationToken ct) =>
        (from offer in db.SeatOffers
         join other in db.Tenants on offer.OtherId equals other.Id
         where offer.Direction == direction
         orderby offer.OfferedOn descending, offer.Id descending
         select new Row(offer.Id, other.Name, offer.Message, offer.OfferedOn, offer.Status, offer.ClosedOn, offer.Organization, offer.Reason))
        .ToListAsync(ct);

    /// <summary>Whom this place may offer its guarantor seat to; null where it has no state, or nobody works there yet.</summary>
    public async Task<string?> StateAsync(TenantId? parent, CancellationToken ct) =>
        await db.Tenants.Where(place => place.Id == parent && place.Status == TenantStatus.Active).Select(place => place.Name).SingleOrDefaultAsync(ct);

    /// <param name="Other">The name of the other place.</param>
    public sealed record Row(
        Guid Id, string Other, string? Message, DateOnly OfferedOn, OfferStatus Status, DateOnly? ClosedOn, string? Organization, string? Reason);
}
