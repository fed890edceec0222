using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.SignIns;

/// <summary>A second factor was proved in the middle of a sign-in.</summary>
public sealed class ProveSignIn(HubDbContext db)
{
    public Task ExecuteAsync(Guid id, CancellationToken ct) =>
        db.SignIns.Where(signIn => signIn.Id == id).ExecuteUpdateAsync(set => set.SetProperty(signIn => signIn.SecondFactor, true), ct);
}
