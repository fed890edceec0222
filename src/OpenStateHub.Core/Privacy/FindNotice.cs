using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Privacy;

/// <summary>The place's own notice.</summary>
public sealed class FindNotice(HubDbContext db)
{
    /// <param name="version">Null: the one in force.</param>
    /// <returns>Null where the place has no such version; before its first the template stands.</returns>
    public Task<PlaceNotice?> ExecuteAsync(int? version, CancellationToken ct) =>
        db.PlaceNotices.AsNoTracking().Where(notice => version == null || notice.Version == version).OrderByDescending(notice => notice.Version).FirstOrDefaultAsync(ct);

    /// <summary>Every version with the day it was adopted on, the one in force first.</summary>
    public Task<List<Adopted>> ListAsync(CancellationToken ct) =>
        db.PlaceNotices.OrderByDescending(notice => notice.Version).Select(notice => new Adopted(notice.Version, notice.AdoptedOn)).ToListAsync(ct);

    public sealed record Adopted(int Version, DateOnly On);
}
