using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>The requests that were confirmed, what is left to do first.</summary>
public sealed class ListArco(HubDbContext db)
{
    public async Task<List<ArcoRequest>> ExecuteAsync(CancellationToken ct)
    {
        var all = await db.ArcoRequests.AsNoTracking().Where(request => request.ReceivedOn != null).ToListAsync(ct);
        return [.. all.OrderBy(request => request.NextDueOn ?? DateOnly.MaxValue).ThenByDescending(request => request.ReceivedOn).ThenBy(request => request.Id)];
    }

    public Task<ArcoRequest?> FindAsync(Guid id, CancellationToken ct) =>
        db.ArcoRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id && request.ReceivedOn != null, ct);
}
