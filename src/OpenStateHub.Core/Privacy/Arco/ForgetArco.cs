using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>Erases what nobody confirmed in time.</summary>
public sealed class ForgetArco(HubDbContext db, TimeProvider clock)
{
    public Task ExecuteAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - ArcoRequest.Patience;
        return db.ArcoRequests.Where(request => request.ReceivedOn == null && request.AskedAt <= before).ExecuteDeleteAsync(ct);
    }
}
