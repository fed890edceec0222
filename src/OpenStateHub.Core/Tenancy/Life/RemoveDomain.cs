using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>Takes a place's own domain away: it is reached under the hub's alone. In the national scope.</summary>
public sealed class RemoveDomain(HubDbContext db)
{
    public async Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct)
    {
        var place = await db.Tenants.Where(t => t.Slug == slug).Select(t => t.Id).SingleOrDefaultAsync(ct);
        return await db.PlaceDomains.Where(d => d.PlaceId == place).ExecuteDeleteAsync(ct) == 1 ? null : LifeRefusals.DomainMissing;
    }
}
