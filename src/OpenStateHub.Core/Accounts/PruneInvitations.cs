using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts;

/// <summary>Erases invitations that nobody used, a month after they ended: an address that nobody needs is not kept.</summary>
public sealed class PruneInvitations(HubDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task ExecuteAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.Invitations.Where(invitation => invitation.AcceptedAt == null && invitation.ExpiresAt < before).ExecuteDeleteAsync(ct);
    }
}
