using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Ledger;

/// <summary>The place's public history, for its page and its API.</summary>
public sealed class ListLedger(HubDbContext db, ReadSubjects subjects)
{
    /// <param name="Act">Only entries of this act; null for all.</param>
    /// <param name="Subject">Only entries about this; null for all.</param>
    public sealed record Filter(string? Act = null, Subject? Subject = null);

    /// <param name="Title">What people call the subject now; null where it is no longer there.</param>
    /// <param name="IsDemonstration">The subject was invented.</param>
    public sealed record Row(LedgerEntry Entry, string? Title, bool IsDemonstration);

    /// <summary>A page of the history, the latest first.</summary>
    public async Task<(IReadOnlyList<Row> Rows, int Total)> ExecuteAsync(Filter filter, int skip, int take, CancellationToken ct)
    {
        var (kind, key) = (filter.Subject?.Kind, filter.Subject?.Key);
        var asked = db.LedgerEntries
            .AsNoTracking()
            .Where(e => filter.Act == null || e.Act == filter.Act)
            .Where(e => kind == null || (e.SubjectKind == kind && e.SubjectKey == key));
        var total = await asked.CountAsync(ct);
        var entries = await asked.OrderByDescending(e => e.Sequence).Skip(skip).Take(take).ToListAsync(ct);
        var titles = await subjects.ExecuteAsync([.. entries.Select(e => e.Subject).Distinct()], ct);
        return (entries.ConvertAll(e => RowOf(e, titles.GetValueOrDefault(e.Subject))), total);
    }

    /// <summary>The acts that the history has, to filter by.</summary>
    public Task<List<string>> ActsAsync(CancellationToken ct) =>
        db.LedgerEntries.Select(e => e.Act).Distinct().OrderBy(act => act).ToListAsync(ct);

    /// <summary>The entries after one, in the order in which they were written, and how many the chain has.</summary>
    public async Task<(IReadOnlyList<LedgerEntry> Entries, int Total)> AfterAsync(int sequence, int take, CancellationToken ct)
    {
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence).Take(take).ToListAsync(ct);
        return (entries, await db.LedgerEntries.CountAsync(ct));
    }

    internal static Row RowOf(LedgerEntry entry, SubjectContent? subject) => new(entry, subject?.Title, subject is { IsDemonstration: true });
}
