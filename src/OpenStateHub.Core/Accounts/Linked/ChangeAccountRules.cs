using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Linked;

public sealed class ChangeAccountRules(HubDbContext db)
{
    public Task<bool> FindAsync(CancellationToken ct) => db.AccountRules.AnyAsync(rules => rules.AcceptsLinked, ct);

    /// <param name="acceptsLinked">Whether whoever linked an account may come over from its place.</param>
    public async Task ExecuteAsync(bool acceptsLinked, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into account_rules (id, accepts_linked, revision) values ({Guid.CreateVersion7()}, false, 0) on conflict do nothing", ct);
        var rules = await db.AccountRules.SingleAsync(ct);
        rules.Change(acceptsLinked);
        await db.SaveChangesAsync(ct);
    }
}
