using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts;

/// <summary>Keeps what somebody types, over what they typed before.</summary>
public sealed class KeepFormDraft(HubDbContext db, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(
        Guid userId, string form, string subject, string baseRevision, IReadOnlyDictionary<string, string[]> fields, CancellationToken ct)
    {
        var typed = JsonSerializer.Serialize(fields);
        var draft = new FormDraft { UserId = userId, Form = form, Subject = subject, BaseRevision = baseRevision, Fields = typed, SavedAt = clock.GetUtcNow() };

        if (draft.Check() is { } refusal)
        {
            return refusal;
        }

        // Two windows of one person may save at the same moment: the later one counts.
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into form_drafts (user_id, form, subject, fields, base_revision, saved_at)
             values ({draft.UserId}, {draft.Form}, {draft.Subject}, {draft.Fields}, {draft.BaseRevision}, {draft.SavedAt})
             on conflict (tenant_id, user_id, form, subject) do update set
                 fields = excluded.fields, base_revision = excluded.base_revision, saved_at = excluded.saved_at
             """,
            ct);
        return null;
    }
}
