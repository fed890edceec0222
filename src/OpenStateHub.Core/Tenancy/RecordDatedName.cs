using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Records a name or a legal citation of the tenant with the days for which it holds.</summary>
public sealed class RecordDatedName(HubDbContext db, LockLedgerHead ledger, PublicChange change)
{
    public async Task<Refusal?> ExecuteAsync(DatedName name, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Of two at once the second waits here, and then sees that the first took its days.
        await ledger.ExecuteAsync(ct);

        if (name.Check(await db.DatedNames.AsNoTracking().Where(other => other.Subject == name.Subject).ToListAsync(ct)) is { } refusal)
        {
            return refusal;
        }

        db.DatedNames.Add(name);
        await change.ExecuteAsync(new PublicAct(TenancyActs.NameRecorded, new Subject(DatedNameContents.NameKind, name.Id), name.FromOn), ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
