using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Publishing;

/// <summary>Saves what somebody does in public: with its published rows, its queued work and its entry in the ledger, or not at all.</summary>
public sealed class PublicChange(HubDbContext db, TenantContext tenant, RefreshPublishedRows published, QueueWork queue, AppendToLedger ledger)
{
    /// <summary>Saves in one transaction: the caller's, where it has one.</summary>
    public async Task ExecuteAsync(PublicAct act, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await SaveAllAsync(act, ct);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await SaveAllAsync(act, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task SaveAllAsync(PublicAct act, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);

        if (act.ChangesFigures)
        {
            await published.ExecuteAsync(ct);
            await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Metrics, ct);
        }

        await ledger.ExecuteAsync(act, ct);
    }
}
