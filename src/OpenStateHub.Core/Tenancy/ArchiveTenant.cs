using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Puts a place to rest: it stays readable, nobody changes it, and its clock stands still.</summary>
public sealed class ArchiveTenant(HubDbContext db)
{
    public async Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct)
    {
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return TenantRefusals.Unknown;
        }

        if (place.Archive() is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
