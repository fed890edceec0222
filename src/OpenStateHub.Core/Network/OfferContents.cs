using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

public static class NetworkSubjects
{
    public const string OfferKind = "offer";

    public static Subject Offer(Guid id) => new(OfferKind, id);
}

/// <summary>What happens to what a place offers or needs, as the ledger says it.</summary>
public static class NetworkActs
{
    public const string OfferPublished = "offer.published";
    public const string OfferChanged = "offer.changed";
    public const string OfferWithdrawn = "offer.withdrawn";
}

internal sealed class OfferContents(HubDbContext db, TenantContext tenant) : ISubjectContents
{
    public string Kind => NetworkSubjects.OfferKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var (here, ids) = (tenant.Current.Id, keys?.Select(Guid.Parse).ToList());
        var found = await db.PublishedOffers.AsNoTracking().Where(o => o.TenantId == here && (ids == null || ids.Contains(o.Id))).ToListAsync(ct);
        return found.ConvertAll(offer => new SubjectContent(NetworkSubjects.Offer(offer.Id), offer.Title, text => Write(text, offer)) { IsDemonstration = offer.IsDemonstration });
    }

    private static void Write(CanonicalText text, PublishedOffer offer) => text
        .Field("kind", offer.Kind)
        .Field("topic", offer.Topic)
        .Words("title", offer.Title)
        .Words("about", offer.About)
        .Words("contact office", offer.ContactOffice)
        .Field("published on", offer.PublishedOn)
        .Field("withdrawn on", offer.WithdrawnOn)
        .Field("demonstration", offer.IsDemonstration);
}
