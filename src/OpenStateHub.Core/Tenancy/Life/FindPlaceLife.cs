using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>What an operator knows of the life of a place: what it is, how it came to be that, and the domain it is reached under. In the national scope.</summary>
public sealed class FindPlaceLife(HubDbContext db)
{
    public sealed record Result(Tenant Place, IReadOnlyList<Row> Changes, PlaceDomain? Domain);

    /// <param name="By">Null: the command line.</param>
    public sealed record Row(TenantStatus From, TenantStatus To, string? Reason, string? By, DateTimeOffset At);

    /// <returns>Null where the catalogue has no such place.</returns>
    public async Task<Result?> ExecuteAsync(string slug, CancellationToken ct)
    {
        if (await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return null;
        }

        var changes = await (
                from change in db.StatusChanges
                where change.PlaceId == place.Id
                orderby change.ChangedAt descending, change.Id descending
                select new Row(
                    change.FromStatus, change.ToStatus, change.Reason,
                    db.Users.Where(person => person.Id == change.ChangedBy).Select(person => person.Name).FirstOrDefault(), change.ChangedAt))
            .ToListAsync(ct);
        return new Result(place, changes, await db.PlaceDomains.AsNoTracking().SingleOrDefaultAsync(d => d.PlaceId == place.Id, ct));
    }
}
