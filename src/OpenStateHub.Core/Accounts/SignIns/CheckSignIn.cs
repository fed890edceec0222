using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.SignIns;

/// <summary>Whether a cookie still opens anything: asked at each request of whoever is signed in, in one command.</summary>
public sealed class CheckSignIn(HubDbContext db, TimeProvider clock)
{
    /// <summary>Finer than this, nobody's comings and goings are kept.</summary>
    public static readonly TimeSpan Coarse = TimeSpan.FromMinutes(10);

    /// <param name="stamp">The security stamp in the cookie.</param>
    /// <returns>Null where it was ended, or the password was changed.</returns>
    public async Task<Found?> ExecuteAsync(Guid id, Guid personId, string stamp, CancellationToken ct)
    {
        var found = await db.SignIns
            .Where(signIn => signIn.Id == id && signIn.UserId == personId)
            .Where(signIn => db.Users.Any(person => person.Id == personId && person.SecurityStamp == stamp))
            .Select(signIn => new { signIn.SecondFactor, signIn.SeenAt })
            .SingleOrDefaultAsync(ct);

        if (found is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();

        if (now - found.SeenAt >= Coarse)
        {
            await db.SignIns.Where(signIn => signIn.Id == id).ExecuteUpdateAsync(set => set.SetProperty(signIn => signIn.SeenAt, now), ct);
        }

        return new Found(id, found.SecondFactor);
    }

    /// <param name="SecondFactor">Whether more than a password was proved.</param>
    public sealed record Found(Guid Id, bool SecondFactor);
}
