using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Ledger;

/// <summary>Where each place's chain ended at the close of a day: what to keep, to notice later that a history was cut or written anew.</summary>
public sealed class ListDailyHeads(HubDbContext db)
{
    /// <param name="take">Null: all.</param>
    public async Task<(IReadOnlyList<Row> Rows, int Total)> ExecuteAsync(DateOnly on, int skip, int? take, CancellationToken ct)
    {
        // The list of a past day stays what it was, also where a place was erased since.
        var ends = db.LedgerDays
            .Select(head => new { head.TenantId, head.Day, head.Sequence, head.Hash })
            .Concat(db.ErasedHeads.Where(head => head.ErasedOn > on).Select(head => new { TenantId = head.PlaceId, head.Day, head.Sequence, head.Hash }));
        var heads = ends
            .Where(head => head.Day <= on && !ends.Any(later => later.TenantId == head.TenantId && later.Day > head.Day && later.Day <= on))
            .Join(db.Tenants, head => head.TenantId, place => place.Id, (head, place) => new Row
            {
                Slug = place.Slug,
                Name = place.Name,
                Day = head.Day,
                Sequence = head.Sequence,
                Hash = head.Hash,
            })
            .OrderBy(row => row.Slug);
        var rows = take is { } most ? await heads.Skip(skip).Take(most).ToListAsync(ct) : await heads.Skip(skip).ToListAsync(ct);
        return (rows, take is null ? rows.Count : await heads.CountAsync(ct));
    }

    public sealed record Row
    {
        public required string Slug { get; init; }
        public required string Name { get; init; }

        /// <summary>The last day on which something was done there.</summary>
        public required DateOnly Day { get; init; }

        public required int Sequence { get; init; }
        public required string Hash { get; init; }

        /// <summary>The line of an anchor file, as <c>hub ledger verify --anchor</c> reads it.</summary>
        public LedgerAnchor Anchor => new(Slug, Sequence, Hash);
    }
}
