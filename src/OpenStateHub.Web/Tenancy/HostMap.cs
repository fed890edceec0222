using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Tenancy;

/// <summary>
/// Which place a host name belongs to, in memory: the tenant must be known before the request's connection opens.
/// Loaded at start and again whenever the catalogue or a place's own domain changes.
/// </summary>
/// <param name="baseDomain">The domain whose first label is a place's slug; itself the national tenant's host.</param>
public sealed class HostMap(string baseDomain, IServiceScopeFactory scopes)
{
    private FrozenDictionary<string, Tenant> bySlug = FrozenDictionary<string, Tenant>.Empty;
    private FrozenDictionary<TenantId, Tenant> byId = FrozenDictionary<TenantId, Tenant>.Empty;
    private FrozenDictionary<string, TenantId> byDomain = FrozenDictionary<string, TenantId>.Empty;
    private FrozenDictionary<TenantId, string> domains = FrozenDictionary<TenantId, string>.Empty;

    public string BaseDomain => baseDomain;

    public Tenant? National => ById(TenantId.National);

    /// <summary>The place at a host, served or not; null where no place has that name.</summary>
    public Tenant? Find(string host)
    {
        if (host.Equals(baseDomain, StringComparison.OrdinalIgnoreCase))
        {
            return National;
        }

        return host.Length > baseDomain.Length + 1
            && host.EndsWith(baseDomain, StringComparison.OrdinalIgnoreCase)
            && host[^(baseDomain.Length + 1)] == '.'
                ? BySlug(host[..^(baseDomain.Length + 1)].ToLowerInvariant())
                : byDomain.TryGetValue(host.ToLowerInvariant(), out var owner) ? ById(owner) : null;
    }

    /// <summary>The place's own domain, once it was shown to be its own; null: it is reached under the hub's alone.</summary>
    public string? DomainOf(TenantId id) => domains.GetValueOrDefault(id);

    /// <summary>The host that links and letters name.</summary>
    public string HostOf(string slug) => BySlug(slug) is { } place && DomainOf(place.Id) is { } own ? own : $"{slug}.{baseDomain}";

    public Tenant? BySlug(string slug) => bySlug.GetValueOrDefault(slug);

    public Tenant? ById(TenantId id) => byId.GetValueOrDefault(id);

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        var places = await db.Tenants.AsNoTracking().ToListAsync(ct);
        var own = await db.PlaceDomains.AsNoTracking().Where(domain => domain.VerifiedAt != null).ToListAsync(ct);
        bySlug = places.ToFrozenDictionary(place => place.Slug);
        byId = places.ToFrozenDictionary(place => place.Id);
        byDomain = own.ToFrozenDictionary(domain => domain.Host, domain => domain.PlaceId);
        domains = own.ToFrozenDictionary(domain => domain.PlaceId, domain => domain.Host);
    }
}
