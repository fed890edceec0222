using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Ledger;

/// <summary>What can still be said of an anchor whose place was erased since.</summary>
public sealed class FindErasedChain(HubDbContext db)
{
    /// <param name="Fault">Null: the anchor is one of the ends that were kept, or lies between two of them, which only the archive can tell.</param>
    public sealed record Result(DateOnly ErasedOn, bool IsKept, LedgerFault? Fault);

    /// <returns>Null where no tenant of that slug was erased, or only before the anchor was taken.</returns>
    public async Task<Result?> ExecuteAsync(LedgerAnchor anchor, CancellationToken ct)
    {
        var ends = await db.ErasedHeads
            .Where(end => db.Tenants.Any(place => place.Id == end.PlaceId && place.Slug == anchor.Slug))
            .OrderByDescending(end => end.ErasedOn).ThenByDescending(end => end.Sequence)
            .ToListAsync(ct);

        if (ends.Find(end => end.Sequence == anchor.Sequence && end.Hash == anchor.Hash) is { } kept)
        {
            return new Result(kept.ErasedOn, IsKept: true, Fault: null);
        }

        // Provisioned anew, the place has a chain of its own, and the anchor may be of that one.
        if (ends.Count == 0 || await db.LedgerHeads.AnyAsync(head => head.TenantId == ends[0].PlaceId, ct))
        {
            return null;
        }

        var last = ends[0];
        return new Result(last.ErasedOn, IsKept: false,
            anchor.Sequence > last.Sequence ? new LedgerFault(LedgerFaultKind.CutBeforeAnchor, last.Sequence, null) { Expected = anchor.Sequence }
            : ends.Exists(end => end.Sequence == anchor.Sequence) ? new LedgerFault(LedgerFaultKind.AnchorDiffers, anchor.Sequence, null)
            : null);
    }
}
