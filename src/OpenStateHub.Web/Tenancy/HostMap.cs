using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Tenancy;

/// <summary>
/// Which place a host name belongs to, in memory: the tenant must be known before the request's connection opens.
/// Loaded at start and again whenever the catalogue changes.
/// </summary>
/// <param name="baseDomain">The domain whose first label is a place's slug; itself the national tenant's host.</param>
public sealed class HostMap(string baseDomain, IServiceScopeFactory scopes)
{
    private FrozenDictionary<string, Tenant> bySlug = FrozenDictionary<string, Tenant>.Empty;
    private FrozenDictionary<TenantId, Tenant> byId = FrozenDictionary<TenantId, Tenant>.Empty;

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
                : null;
    }

    public Tenant? BySlug(string slug) => bySlug.GetValueOrDefault(slug);

    public Tenant? ById(TenantId id) => byId.GetValueOrDefault(id);

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var places = await scope.ServiceProvider.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().ToListAsync(ct);
        bySlug = places.ToFrozenDictionary(place => place.Slug);
        byId = places.ToFrozenDictionary(place => place.Id);
    }
}
