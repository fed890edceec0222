using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Marks work as due now, in the transaction of the change that asks for it.</summary>
public sealed class QueueWork(HubDbContext db, TimeProvider clock)
{
    public Task ExecuteAsync(TenantId tenant, WorkKind kind, CancellationToken ct) => ExecuteAsync(tenant, kind, clock.GetUtcNow(), ct);

    /// <summary>Marks work as due at a time, or earlier where it already is.</summary>
    public Task ExecuteAsync(TenantId tenant, WorkKind kind, DateTimeOffset dueAt, CancellationToken ct)
    {
        var name = kind.ToString();
        return db.Database.ExecuteSqlAsync(
            $"""
             insert into work_due (tenant_id, kind, due_at) values ({tenant.Value}, {name}, {dueAt})
             on conflict (tenant_id, kind) do update set due_at = least(work_due.due_at, excluded.due_at)
             """,
            ct);
    }
}
