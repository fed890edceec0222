using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>The places at work whose name holds what was typed, for whoever has an account at one of them.</summary>
public sealed class SearchPlaces(HubDbContext db, TenantContext tenant)
{
    public const int Most = 12;

    public Task<List<Tenant>> ExecuteAsync(string typed, CancellationToken ct)
    {
        var (here, pattern) = (tenant.Current.Id, $"%{typed.Trim().Replace("\\", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal)}%");
        return db.Tenants.AsNoTracking()
            .Where(place => place.Id != here && place.Status == TenantStatus.Active)
            .Where(place => EF.Functions.ILike(place.Name, pattern) || EF.Functions.ILike(place.Slug, pattern))
            .OrderBy(place => place.Name).ThenBy(place => place.Slug)
            .Take(Most)
            .ToListAsync(ct);
    }
}
