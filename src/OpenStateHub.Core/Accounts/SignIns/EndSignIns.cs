using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.SignIns;

/// <summary>Signs a person out in one place, or everywhere but here. The cookie there opens nothing from the next request on.</summary>
public sealed class EndSignIns(HubDbContext db)
{
    public Task<int> ExecuteAsync(Guid personId, Guid id, CancellationToken ct) =>
        db.SignIns.Where(signIn => signIn.UserId == personId && signIn.Id == id).ExecuteDeleteAsync(ct);

    public Task<int> AllButAsync(Guid personId, Guid? here, CancellationToken ct) =>
        db.SignIns.Where(signIn => signIn.UserId == personId && signIn.Id != here).ExecuteDeleteAsync(ct);
}
