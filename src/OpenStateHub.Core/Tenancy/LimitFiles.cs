using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Sets how long one file of a place may be, and how much all of them may take. What is there already stays.</summary>
public sealed class LimitFiles(HubDbContext db)
{
    /// <param name="oneFile">In bytes, like the next; null: as it is.</param>
    public async Task<Refusal?> ExecuteAsync(string slug, long? oneFile, long? together, CancellationToken ct)
    {
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return TenantRefusals.Unknown;
        }

        if (place.LimitFiles(oneFile, together) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
