using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Following;

/// <summary>Ends the letters and forgets the address, for whoever holds a link of one of them (RFC 8058). Doing it twice is doing it.</summary>
public sealed class StopFollowing(HubDbContext db, TimeProvider clock)
{
    /// <returns>Whether the place knows that link.</returns>
    public async Task<bool> ExecuteAsync(string token, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.FollowerWithAsync(token, ct) is not { } follower)
        {
            return false;
        }

        follower.Leave(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
