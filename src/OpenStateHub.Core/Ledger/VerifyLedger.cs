using System.Data;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Ledger;

/// <summary>
/// Checks the place's whole chain: each entry against its own hash and the one before it, the end against the head and against a copy of it kept
/// elsewhere, and the latest entry of each subject against the subject's rows as they are now.
/// </summary>
public sealed class VerifyLedger(HubDbContext db, TenantContext tenant, ReadSubjects subjects, ReadSalts salts)
{
    public sealed record Result(int Entries, int Subjects, IReadOnlyList<LedgerFault> Faults);

    /// <param name="anchor">Where the chain ended when somebody copied it; null: no copy.</param>
    public async Task<Result> ExecuteAsync(LedgerAnchor? anchor, CancellationToken ct)
    {
        // One snapshot for all: a site that goes on working must not look like a broken one.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var entries = await db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(ct);
        var head = await db.LedgerHeads.Where(h => h.TenantId == tenant.Current.Id).SingleOrDefaultAsync(ct);
        var present = await subjects.ExecuteAsync(null, ct);
        List<LedgerFault> faults =
        [
            .. Chain(entries),
            .. Head(entries, head),
            .. Anchor(entries, anchor),
            .. Subjects(entries, present, await salts.ExecuteAsync(null, ct)),
        ];
        return new Result(entries.Count, present.Count, faults);
    }

    private static IEnumerable<LedgerFault> Chain(List<LedgerEntry> entries)
    {
        var (expected, previous) = (1, LedgerEntry.NoHash);

        foreach (var entry in entries)
        {
            if (entry.Sequence != expected)
            {
                yield return new(LedgerFaultKind.Gap, expected, entry.Subject);
            }
            else if (entry.PreviousHash != previous)
            {
                yield return new(LedgerFaultKind.Broken, entry.Sequence, entry.Subject);
            }

            if (entry.ComputeHash() != entry.Hash)
            {
                yield return new(LedgerFaultKind.Changed, entry.Sequence, entry.Subject);
            }

            (expected, previous) = (entry.Sequence + 1, entry.Hash);
        }
    }

    private static IEnumerable<LedgerFault> Head(List<LedgerEntry> entries, LedgerHead? head)
    {
        var (sequence, hash) = entries.Count == 0 ? (0, LedgerEntry.NoHash) : (entries[^1].Sequence, entries[^1].Hash);
        var (headSequence, headHash) = head is null ? (0, LedgerEntry.NoHash) : (head.Sequence, head.Hash);

        if (headSequence > sequence)
        {
            yield return new(LedgerFaultKind.CutTail, sequence, null) { Expected = headSequence };
        }
        else if ((headSequence, headHash) != (sequence, hash))
        {
            yield return new(LedgerFaultKind.HeadDiffers, sequence, null) { Expected = headSequence };
        }
    }

    private static IEnumerable<LedgerFault> Anchor(List<LedgerEntry> entries, LedgerAnchor? anchor)
    {
        if (anchor is null || anchor.Sequence == 0)
        {
            yield break;
        }

        var last = entries.Count == 0 ? 0 : entries[^1].Sequence;

        if (last < anchor.Sequence)
        {
            yield return new(LedgerFaultKind.CutBeforeAnchor, last, null) { Expected = anchor.Sequence };
        }
        else if (entries.FirstOrDefault(entry => entry.Sequence == anchor.Sequence)?.Hash != anchor.Hash)
        {
            yield return new(LedgerFaultKind.AnchorDiffers, anchor.Sequence, null);
        }
    }

    private static IEnumerable<LedgerFault> Subjects(
        List<LedgerEntry> entries, IReadOnlyDictionary<Subject, SubjectContent> present, IReadOnlyDictionary<Subject, string> salts)
    {
        var latest = entries.GroupBy(entry => entry.Subject).ToDictionary(group => group.Key, group => group.Last());

        foreach (var (subject, entry) in latest.OrderBy(pair => pair.Value.Sequence))
        {
            if (!present.TryGetValue(subject, out var content))
            {
                yield return new(LedgerFaultKind.RowGone, entry.Sequence, subject);
            }
            else if (!salts.TryGetValue(subject, out var salt))
            {
                yield return new(LedgerFaultKind.SaltGone, entry.Sequence, subject);
            }
            else if (content.HashWith(salt) != entry.ContentHash)
            {
                yield return new(LedgerFaultKind.RowChanged, entry.Sequence, subject);
            }
        }

        foreach (var subject in present.Keys.Where(subject => !latest.ContainsKey(subject)))
        {
            yield return new(LedgerFaultKind.RowUnrecorded, null, subject);
        }
    }
}
