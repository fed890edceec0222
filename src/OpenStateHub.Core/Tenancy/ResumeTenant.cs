using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Lets a suspended place change again.</summary>
public sealed class ResumeTenant(HubDbContext db)
{
    public async Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct)
    {
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return TenantRefusals.Unknown;
        }

        if (place.Resume() is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
