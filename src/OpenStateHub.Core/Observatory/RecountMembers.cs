using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>Asks for every national series anew: coverage is counted against the members of programmes. In the caller's transaction, in the national scope.</summary>
public sealed class RecountMembers(HubDbContext db, TenantContext tenant, QueueWork queue)
{
    /// <param name="places">Those whose membership changed.</param>
    /// <param name="from">The earliest day that it touches.</param>
    public async Task ExecuteAsync(IReadOnlyList<TenantId> places, DateOnly from, CancellationToken ct)
    {
        foreach (var metric in MetricRegistry.All)
        {
            await db.Database.ExecuteSqlAsync($"insert into metric_changes (code, from_on) values ({metric.Code}, {from})", ct);
        }

        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Totals, ct);

        foreach (var place in places)
        {
            await queue.ExecuteAsync(place, WorkKind.Metrics, ct);
        }
    }
}
