using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Ledger;

/// <summary>
/// Puts the public changes of a place in one order: the second waits here until the first is saved, and then reads what it left. Held to the end of
/// the caller's transaction; asking twice in one transaction waits for nobody.
/// </summary>
public sealed class LockLedgerHead(HubDbContext db)
{
    public async Task<LedgerHead> ExecuteAsync(CancellationToken ct)
    {
        if (await LockAsync(ct) is { } head)
        {
            return head;
        }

        // The place's first public change; two of them at once meet on the key of the row.
        await db.Database.ExecuteSqlAsync(
            $"insert into ledger_heads (sequence, hash) values (0, {LedgerEntry.NoHash}) on conflict do nothing", ct);
        return (await LockAsync(ct))!;
    }

    private async Task<LedgerHead?> LockAsync(CancellationToken ct) =>
        (await db.LedgerHeads
            .FromSql($"select * from ledger_heads where tenant_id = app.current_tenant_id() for update")
            .AsNoTracking()
            .ToListAsync(ct)).SingleOrDefault();
}
