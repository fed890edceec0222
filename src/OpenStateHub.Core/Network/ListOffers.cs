using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>What places offer and need today, the newest first.</summary>
public sealed class ListOffers(HubDbContext db)
{
    /// <param name="Place">Only this place; null: all.</param>
    public sealed record Filter(OfferKind? Kind = null, Topic? Topic = null, TenantId? Place = null);

    public sealed record Found(IReadOnlyList<Row> Rows, int Total);

    public sealed record Row
    {
        public required PublishedOffer Offer { get; init; }
        public required string Place { get; init; }
        public required string Slug { get; init; }

        /// <summary>How many other places say the opposite of the same topic.</summary>
        public required int Matches { get; init; }
    }

    public async Task<Found> ExecuteAsync(Filter filter, int skip, int take, CancellationToken ct)
    {
        var open = Open(filter);
        var rows = await open.OrderByDescending(row => row.Offer.PublishedOn).ThenByDescending(row => row.Offer.Id).Skip(skip).Take(take).ToListAsync(ct);
        return new Found(rows, skip == 0 && rows.Count < take ? rows.Count : await open.CountAsync(ct));
    }

    /// <returns>Null where nobody offers or needs that today.</returns>
    public Task<Row?> FindAsync(Guid id, string slug, CancellationToken ct) =>
        Open(new Filter()).SingleOrDefaultAsync(row => row.Offer.Id == id && row.Slug == slug, ct);

    // A place that rests helps nobody: what it said stays in its history.
    private IQueryable<Row> Open(Filter filter) =>
        from offer in db.PublishedOffers.AsNoTracking()
        join place in db.Tenants on offer.TenantId equals place.Id
        where offer.WithdrawnOn == null && place.Status == TenantStatus.Active
        where filter.Kind == null || offer.Kind == filter.Kind
        where filter.Topic == null || offer.Topic == filter.Topic
        where filter.Place == null || offer.TenantId == filter.Place
        select new Row
        {
            Offer = offer,
            Place = place.Name,
            Slug = place.Slug,
            Matches = db.PublishedOffers.Count(other => other.WithdrawnOn == null && other.Topic == offer.Topic && other.Kind != offer.Kind && other.TenantId != offer.TenantId
                && db.Tenants.Any(there => there.Id == other.TenantId && there.Status == TenantStatus.Active)),
        };
}
