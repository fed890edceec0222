using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Publishing;

/// <summary>Saves a change that the public sees: with its published rows and its queued work, or not at all.</summary>
public sealed class PublicChange(HubDbContext db, TenantContext tenant, RefreshPublishedRows published, QueueWork queue)
{
    /// <summary>Saves in one transaction: the caller's, where it has one.</summary>
    public async Task ExecuteAsync(CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await SaveAllAsync(ct);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await SaveAllAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task SaveAllAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await published.ExecuteAsync(ct);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Metrics, ct);

        // Not every public change moves a published row: a new piece of evidence moves the tenant's own pages only.
        await db.Database.ExecuteSqlAsync($"select pg_notify('tenant_changed', app.current_tenant_id()::text)", ct);
    }
}
