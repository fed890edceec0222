using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.SignIns;

/// <summary>Where a person is signed in, the last seen first.</summary>
public sealed class ListSignIns(HubDbContext db, TimeProvider clock)
{
    public Task<List<SignIn>> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - SignIn.Lifetime;
        return db.SignIns.AsNoTracking()
            .Where(signIn => signIn.UserId == personId && signIn.SeenAt > since)
            .OrderByDescending(signIn => signIn.SeenAt).ThenBy(signIn => signIn.Id)
            .ToListAsync(ct);
    }
}
