using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Publishing;

/// <summary>The place of this scope as its own API introduces it.</summary>
public sealed class FindPlaceCard(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public sealed record Result(
        string Slug, string Name, TenantKind Kind, TenantStatus Status, string? InegiCode, string? Parent, Stage Stage, string TimeZone);

    public async Task<Result> ExecuteAsync(CancellationToken ct)
    {
        var place = tenant.Current;
        await db.Database.OpenConnectionAsync(ct);
        var parent = await db.Tenants.AsNoTracking().Where(t => t.Id == place.ParentId).Select(t => t.Slug).SingleOrDefaultAsync(ct);
        var published = await db.PublishedTenants.AsNoTracking().SingleOrDefaultAsync(t => t.TenantId == place.Id, ct);
        return new Result(
            place.Slug, place.Name, place.Kind, place.Status, place.InegiCode, parent, Stages.Of(place, published, place.Today(clock)), place.TimeZone);
    }
}
