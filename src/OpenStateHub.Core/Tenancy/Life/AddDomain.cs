using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>Notes a domain of a place's own. It is served once a record of the domain says so. In the national scope.</summary>
public sealed class AddDomain(HubDbContext db, TimeProvider clock)
{
    // Names that the internet keeps for machines and networks: nobody owns them.
    private static readonly string[] Reserved = ["localhost", "local", "internal", "invalid", "onion", "arpa"];

    /// <param name="hubDomain">The domain under which the hub serves everybody.</param>
    public async Task<Refusal?> ExecuteAsync(string slug, string? typed, string hubDomain, CancellationToken ct)
    {
        if (PlaceDomain.Normal(typed) is not { } host)
        {
            return LifeRefusals.DomainMalformed;
        }

        if (PlaceDomain.IsOfTheHub(host, hubDomain) || Reserved.Contains(host.Split('.')[^1]))
        {
            return LifeRefusals.DomainOfTheHub;
        }

        if (await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return TenantRefusals.Unknown;
        }

        if (place.IsNational)
        {
            return LifeRefusals.NationHasItsOwn;
        }

        var domain = new PlaceDomain { Host = host, PlaceId = place.Id, AddedAt = clock.GetUtcNow() };

        // Two at once: the database lets one of them in.
        var added = await db.Database.ExecuteSqlAsync(
            $"""
             insert into place_domains (host, place_id, challenge, added_at) values ({domain.Host}, {place.Id.Value}, {domain.Challenge}, {domain.AddedAt})
             on conflict do nothing
             """,
            ct);
        return added == 1 ? null
            : await db.PlaceDomains.AnyAsync(other => other.PlaceId == place.Id, ct) ? LifeRefusals.DomainPresent
            : LifeRefusals.DomainTaken;
    }
}
