using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Ledger;

/// <summary>Where each place's chain ends, for a copy to keep elsewhere.</summary>
public sealed class ListLedgerHeads(HubDbContext db)
{
    public Task<List<LedgerAnchor>> ExecuteAsync(CancellationToken ct) =>
        db.LedgerHeads
            .Where(head => head.Sequence > 0)
            .Join(db.Tenants, head => head.TenantId, place => place.Id, (head, place) => new { place.Slug, head.Sequence, head.Hash })
            .OrderBy(row => row.Slug)
            .Select(row => new LedgerAnchor(row.Slug, row.Sequence, row.Hash))
            .ToListAsync(ct);
}
