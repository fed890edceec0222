using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>The second yes, by the link that only the address got. Who followed the same before goes on with what was chosen last.</summary>
public sealed class ConfirmFollower(HubDbContext db, TenantContext tenant, QueueWork queue, TimeProvider clock)
{
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(string token, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.FollowerWithAsync(token, ct) is not { } follower)
        {
            return (false, null);
        }

        var (now, wasConfirmed) = (clock.GetUtcNow(), follower.ConfirmedAt is not null);
        var head = await db.LedgerHeads.Where(h => h.TenantId == tenant.Current.Id).Select(h => h.Sequence).SingleOrDefaultAsync(ct);

        if (follower.Confirm(head, new LetterHours(tenant.Current), now) is { } refusal)
        {
            return (true, refusal);
        }

        if (!wasConfirmed)
        {
            await db.Followers
                .Where(f => f.Id != follower.Id && f.ConfirmedAt != null && f.Address == follower.Address && f.SubjectKind == follower.SubjectKind && f.SubjectKey == follower.SubjectKey)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.Address, _ => null).SetProperty(f => f.EndedAt, now), ct);
            await db.SaveChangesAsync(ct);
            await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Following, follower.NextAt!.Value, ct);
        }

        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
