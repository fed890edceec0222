using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>Takes this side of a link away: nobody goes over any more, in neither direction.</summary>
public sealed class Unlink(HubDbContext db)
{
    /// <returns>False where the person has no such link.</returns>
    public async Task<bool> ExecuteAsync(Guid personId, Guid id, CancellationToken ct) =>
        await db.LinkedAccounts.Where(link => link.UserId == personId && link.Id == id).ExecuteDeleteAsync(ct) == 1;
}
