using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Keeps a place readable and stops every change in it.</summary>
public sealed class SuspendTenant(HubDbContext db)
{
    public async Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct)
    {
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return TenantRefusals.Unknown;
        }

        if (place.Suspend() is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
