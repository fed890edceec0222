using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Says until which day a name or a legal citation holds. What happened before keeps it.</summary>
public sealed class EndDatedName(HubDbContext db, LockLedgerHead ledger, PublicChange change)
{
    /// <param name="on">The last day.</param>
    /// <returns>Whether the place has such a name, and why it was not ended.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, DateOnly? on, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);

        if (await db.DatedNames.SingleOrDefaultAsync(name => name.Id == id, ct) is not { } name)
        {
            return (false, null);
        }

        if (name.End(on) is { } refusal)
        {
            return (true, refusal);
        }

        await change.ExecuteAsync(new PublicAct(TenancyActs.NameEnded, new Subject(DatedNameContents.NameKind, name.Id), name.UntilOn), ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
