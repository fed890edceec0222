using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.SignIns;

/// <summary>Forgets what ended by itself: cookies that nobody used for half a day, and passes that are long past.</summary>
public sealed class PruneSignIns(HubDbContext db, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - SignIn.Lifetime - CheckSignIn.Coarse;
        await db.SignIns.Where(signIn => signIn.SeenAt < before).ExecuteDeleteAsync(ct);
        await db.UsedPasses.Where(pass => pass.UsedAt < before).ExecuteDeleteAsync(ct);
    }
}
