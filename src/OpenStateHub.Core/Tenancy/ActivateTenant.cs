using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Provisions a listed place: its host is served from then on.</summary>
public sealed class ActivateTenant(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct)
    {
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return TenantRefusals.Unknown;
        }

        if (place.Activate(tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
