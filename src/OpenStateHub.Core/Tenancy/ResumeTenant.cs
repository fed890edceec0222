using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Lets a suspended or archived place change again. Whoever had asked that it be erased must ask anew.</summary>
public sealed class ResumeTenant(HubDbContext db, TimeProvider clock)
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

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"delete from deletion_requests where place_id = {place.Id.Value}", ct);

        // What was put off while the place was at rest.
        await db.WorkDue.Where(work => work.TenantId == place.Id && work.DueAt > now).ExecuteUpdateAsync(set => set.SetProperty(work => work.DueAt, now), ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
