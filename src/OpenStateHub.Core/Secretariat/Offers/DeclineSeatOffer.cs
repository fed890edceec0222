using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Offers;

/// <summary>Says no to a seat that a municipality offers, with the reason, which the municipality reads.</summary>
public sealed class DeclineSeatOffer(HubDbContext db, TenantContext tenant, OperateOn across, LockLedgerHead ledger, TimeProvider clock)
{
    /// <returns>Whether there is such an offer, and why it was not declined.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid offerId, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);

        if (await db.SeatOffers.SingleOrDefaultAsync(offer => offer.Id == offerId && offer.Direction == OfferDirection.Received, ct) is not { } offer)
        {
            return (false, null);
        }

        if (offer.Decline(reason, tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        await db.SaveChangesAsync(ct);
        var place = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == offer.OtherId, ct);
        var refusedThere = await across.RunAsync(place, async there =>
        {
            var own = there.GetRequiredService<HubDbContext>();
            var made = await own.SeatOffers.SingleAsync(one => one.Id == offerId, ct);
            var no = made.Decline(reason, place.Today(clock));
            await own.SaveChangesAsync(ct);
            return no;
        }, ct);

        if (refusedThere is null)
        {
            await transaction.CommitAsync(ct);
        }

        return (true, refusedThere);
    }
}
