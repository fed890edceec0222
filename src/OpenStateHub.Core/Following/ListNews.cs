using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Following;

/// <summary>The latest public acts on something, for its feed.</summary>
public sealed class ListNews(HubDbContext db, FindTopics topics, ReadSubjects subjects)
{
    /// <returns>Null where nothing public has that name; the latest first.</returns>
    public async Task<(Topic Topic, IReadOnlyList<ListLedger.Row> Rows)?> ExecuteAsync(Subject subject, int take, CancellationToken ct)
    {
        if (await topics.ExecuteAsync(subject, ct) is not { } topic)
        {
            return null;
        }

        string[] names = [.. topic.Parts.Select(part => part.ToString())];
        string[] below = [.. topic.Parts.Select(part => $"{part.Key}/%")];
        var entries = await db.LedgerEntries
            .AsNoTracking()
            .Where(e => topic.IsPlace || names.Contains(e.SubjectKind + "/" + e.SubjectKey) || below.Any(start => EF.Functions.Like(e.SubjectKey, start)))
            .OrderByDescending(e => e.Sequence)
            .Take(take)
            .ToListAsync(ct);
        var titles = await subjects.ExecuteAsync([.. entries.Select(e => e.Subject).Distinct()], ct);
        return (topic, entries.ConvertAll(e => ListLedger.RowOf(e, titles.GetValueOrDefault(e.Subject))));
    }
}
