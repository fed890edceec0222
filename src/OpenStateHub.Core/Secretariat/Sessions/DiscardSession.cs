using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Throws a draft away: what was called is cancelled instead.</summary>
public sealed class DiscardSession(HubDbContext db)
{
    /// <returns>Whether there was such a draft.</returns>
    public async Task<bool> ExecuteAsync(Guid id, CancellationToken ct) =>
        await db.Sessions.Where(s => s.Id == id && s.Status == SessionStatus.Draft).ExecuteDeleteAsync(ct) > 0;
}
