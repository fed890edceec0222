using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>
/// Work that waits for a worker, of any node. A worker takes a row by moving its time ahead (a lease), so that no lock is held while
/// it works; a killed worker's lease runs out and another takes the row; a change that comes meanwhile moves the time back.
/// </summary>
public sealed class TakeDueWork(HubDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <param name="kinds">Only work of these kinds.</param>
    /// <returns>The earliest work that is due, or null.</returns>
    public async Task<WorkDue?> ExecuteAsync(IReadOnlyList<WorkKind> kinds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var names = kinds.Select(kind => kind.ToString()).ToArray();
        var taken = await db.WorkDue
            .FromSql(
                $"""
                 update work_due set due_at = {now + Lease}
                 where (tenant_id, kind) = (
                     select tenant_id, kind from work_due where due_at <= {now} and kind = any ({names})
                     order by due_at limit 1 for update skip locked)
                 returning *
                 """)
            .AsNoTracking()
            .ToListAsync(ct);
        return taken.SingleOrDefault();
    }

    /// <summary>Sets when the work is due again, or takes it off the list; does neither where a change asked for it meanwhile.</summary>
    public Task FinishAsync(WorkDue work, DateTimeOffset? next, CancellationToken ct)
    {
        var mine = db.WorkDue.Where(w => w.TenantId == work.TenantId && w.Kind == work.Kind && w.DueAt == work.DueAt);
        return next is { } at
            ? mine.ExecuteUpdateAsync(set => set.SetProperty(w => w.DueAt, at).SetProperty(w => w.FailingSince, _ => null).SetProperty(w => w.Reference, _ => null), ct)
            : mine.ExecuteDeleteAsync(ct);
    }

    /// <summary>Says that it failed, and since when. Its lease runs out, and it is tried again.</summary>
    /// <param name="reference">What the log calls the failure.</param>
    public Task FailAsync(WorkDue work, string reference, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.WorkDue.Where(w => w.TenantId == work.TenantId && w.Kind == work.Kind).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.FailingSince, w => w.FailingSince ?? now).SetProperty(w => w.Reference, reference), ct);
    }

    /// <summary>How long until the next work is due; null where none waits.</summary>
    public async Task<TimeSpan?> UntilNextAsync(IReadOnlyList<WorkKind> kinds, CancellationToken ct) =>
        await db.WorkDue.Where(w => kinds.Contains(w.Kind)).MinAsync(w => (DateTimeOffset?)w.DueAt, ct) is { } next ? next - clock.GetUtcNow() : null;
}
