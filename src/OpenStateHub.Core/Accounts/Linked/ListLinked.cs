using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>The places that a person linked an account of.</summary>
public sealed class ListLinked(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(Guid personId, CancellationToken ct) =>
        db.LinkedAccounts
            .Where(link => link.UserId == personId)
            .Join(db.Tenants, link => link.OtherPlaceId, place => place.Id, (link, place) => new { link, place })
            .OrderBy(pair => pair.place.Name).ThenBy(pair => pair.link.Id)
            .Select(pair => new Row(pair.link.Id, pair.place, pair.link.LinkedAt))
            .ToListAsync(ct);

    public sealed record Row(Guid Id, Tenant Place, DateTimeOffset LinkedAt);
}
