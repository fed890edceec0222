using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>The author holds the address: what was said goes to the moderation.</summary>
public sealed class ConfirmComment(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(string token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);

        if (await db.Comments.SingleOrDefaultAsync(c => c.TokenHash == hash, ct) is not { } comment)
        {
            return (false, null);
        }

        if (comment.Confirm(tenant.Current.Today(clock), clock.GetUtcNow()) is { } refusal)
        {
            return (true, refusal);
        }

        await db.SaveChangesAsync(ct);
        return (true, null);
    }
}
