using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Provisions every listed place of the catalogue, in one transaction.</summary>
public sealed class ActivateListedTenants(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <returns>How many were listed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        var places = await db.Tenants.Where(t => t.Status == TenantStatus.Listed).ToListAsync(ct);

        foreach (var place in places)
        {
            place.Activate(tenant.Current.Today(clock));
        }

        await db.SaveChangesAsync(ct);
        return places.Count;
    }
}
