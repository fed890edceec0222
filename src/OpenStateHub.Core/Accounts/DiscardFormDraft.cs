using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts;

/// <summary>Forgets what somebody typed: they saved it, or want none of it.</summary>
public sealed class DiscardFormDraft(HubDbContext db)
{
    public Task ExecuteAsync(Guid userId, string form, string subject, CancellationToken ct) =>
        db.FormDrafts.Where(d => d.UserId == userId && d.Form == form && d.Subject == subject).ExecuteDeleteAsync(ct);
}
