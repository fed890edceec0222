using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>One thing that a citizen said.</summary>
public sealed class FindComment(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <returns>As the public reads it; null where there is none, or it was not moderated.</returns>
    public async Task<ListComments.Row?> ExecuteAsync(Guid id, CancellationToken ct) =>
        await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && (c.Status == CommentStatus.Published || c.Status == CommentStatus.Hidden), ct) is { } found
            ? ListComments.Row.Of(found, tenant.Current.Today(clock))
            : null;

    /// <returns>For its author; null where this place never made such a link, or forgot it.</returns>
    public Task<Comment?> WithTokenAsync(string token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        return db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.TokenHash == hash, ct);
    }
}
