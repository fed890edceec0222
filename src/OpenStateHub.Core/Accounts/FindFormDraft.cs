using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts;

/// <summary>What somebody typed into a form and did not save.</summary>
public sealed class FindFormDraft(HubDbContext db)
{
    /// <returns>Null where this person kept nothing of this form.</returns>
    public async Task<Result?> ExecuteAsync(Guid userId, string form, string subject, CancellationToken ct)
    {
        var draft = await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.UserId == userId && d.Form == form && d.Subject == subject, ct);
        return draft is null ? null
            : new Result(JsonSerializer.Deserialize<Dictionary<string, string[]>>(draft.Fields)!, draft.BaseRevision, draft.SavedAt);
    }

    public sealed record Result(IReadOnlyDictionary<string, string[]> Fields, string BaseRevision, DateTimeOffset SavedAt);
}
