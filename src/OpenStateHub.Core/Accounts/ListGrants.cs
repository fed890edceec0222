using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts;

/// <summary>The roles that a person holds today.</summary>
public sealed class ListGrants(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<IReadOnlyList<RoleGrant>> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.UserId == personId).OrderBy(grant => grant.Id).ToListAsync(ct);
        return grants.FindAll(grant => grant.IsHeldOn(today));
    }
}
