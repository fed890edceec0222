using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Following;

/// <summary>Whose link that is: the one that confirms, or the one of any letter since.</summary>
public sealed class FindFollower(HubDbContext db, FindTopics topics, TimeProvider clock)
{
    /// <returns>Null where this place never made such a link, or forgot it.</returns>
    public async Task<Found?> ExecuteAsync(string token, CancellationToken ct)
    {
        if (await db.FollowerWithAsync(token, ct) is not { } follower)
        {
            return null;
        }

        var isLate = follower.ConfirmedAt is null && follower.AskedAt + Follower.Patience <= clock.GetUtcNow();
        return new Found(
            await topics.ExecuteAsync(follower.Subject, ct),
            follower.Frequency,
            IsConfirmed: follower.ConfirmedAt is not null,
            HasLeft: follower.EndedAt is not null,
            Refusal: isLate ? FollowingRefusals.LinkExpired : null);
    }

    /// <param name="Topic">Null: it is no longer public.</param>
    /// <param name="Refusal">Why it can no longer be confirmed; null where it can, or was.</param>
    public sealed record Found(Topic? Topic, Frequency Frequency, bool IsConfirmed, bool HasLeft, Refusal? Refusal);
}

internal static class FollowerLinks
{
    /// <summary>Held to the end of the transaction under way, where there is one.</summary>
    public static async Task<Follower?> FollowerWithAsync(this HubDbContext db, string token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        return (await db.Followers
            .FromSql(
                $"""
                 select * from followers
                 where token_hash = {hash} or id = (select follower_id from follower_letters where token_hash = {hash})
                 for update
                 """)
            .ToListAsync(ct)).SingleOrDefault();
    }
}
