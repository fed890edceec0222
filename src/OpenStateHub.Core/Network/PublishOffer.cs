using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>Says in public what the place can help with, or needs help with.</summary>
public sealed class PublishOffer(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    /// <param name="id">Made by the caller, so that it can name the new row afterwards.</param>
    public async Task<Refusal?> ExecuteAsync(Guid id, OfferKind kind, OfferText text, CancellationToken ct, bool isDemonstration = false)
    {
        var offer = new PublishedOffer
        {
            TenantId = tenant.Current.Id,
            Id = id,
            Kind = kind,
            PublishedOn = tenant.Current.Today(clock),
            IsDemonstration = isDemonstration,
        };

        if (offer.Say(text) is { } refusal)
        {
            return refusal;
        }

        db.PublishedOffers.Add(offer);
        await change.ExecuteAsync(new PublicAct(NetworkActs.OfferPublished, NetworkSubjects.Offer(id), offer.PublishedOn) { ChangesFigures = false }, ct);
        return null;
    }
}
