using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Duties;

/// <summary>Records the usual duties of each kind of place, in the national scope. Safe to repeat; each place's clocks are read anew.</summary>
public sealed class RecordDutyDefaults(HubDbContext db, QueueWork queue)
{
    public async Task ExecuteAsync(IReadOnlyList<DutyDefault> duties, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.DutyDefaults.ExecuteDeleteAsync(ct);
        db.DutyDefaults.AddRange(duties);
        await db.SaveChangesAsync(ct);

        foreach (var place in await db.Tenants.Where(t => t.Status == TenantStatus.Active || t.Status == TenantStatus.Suspended).Select(t => t.Id).ToListAsync(ct))
        {
            await queue.ExecuteAsync(place, WorkKind.Metrics, ct);
        }

        await transaction.CommitAsync(ct);
    }
}
