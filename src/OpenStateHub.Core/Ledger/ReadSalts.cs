using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Ledger;

/// <summary>The secrets of the subjects' free text.</summary>
public sealed class ReadSalts(HubDbContext db)
{
    /// <param name="of">Null: all of the place.</param>
    public async Task<IReadOnlyDictionary<Subject, string>> ExecuteAsync(IReadOnlyCollection<Subject>? of, CancellationToken ct)
    {
        string[]? keys = of is null ? null : [.. of.Select(subject => subject.Key)];
        var rows = await db.LedgerSalts.Where(s => keys == null || keys.Contains(s.SubjectKey)).AsNoTracking().ToListAsync(ct);
        return rows.ToDictionary(s => new Subject(s.SubjectKind, s.SubjectKey), s => s.Salt);
    }
}

/// <summary>The secret of one subject. Erased with the text that it hides, never shown.</summary>
public sealed class LedgerSalt
{
    public required string SubjectKind { get; init; }
    public required string SubjectKey { get; init; }
    public required string Salt { get; init; }
}
