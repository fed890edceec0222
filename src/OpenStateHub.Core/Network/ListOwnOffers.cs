using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>What the place itself offers and needs, the open ones first; what it withdrew too.</summary>
public sealed class ListOwnOffers(HubDbContext db, TenantContext tenant)
{
    public async Task<IReadOnlyList<PublishedOffer>> ExecuteAsync(CancellationToken ct) =>
        await Own().OrderBy(o => o.WithdrawnOn != null).ThenByDescending(o => o.PublishedOn).ThenByDescending(o => o.Id).ToListAsync(ct);

    public Task<PublishedOffer?> FindAsync(Guid id, CancellationToken ct) => Own().SingleOrDefaultAsync(o => o.Id == id, ct);

    private IQueryable<PublishedOffer> Own()
    {
        var here = tenant.Current.Id;
        return db.PublishedOffers.AsNoTracking().Where(o => o.TenantId == here);
    }
}
