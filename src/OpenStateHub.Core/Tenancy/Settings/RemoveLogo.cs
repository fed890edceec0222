using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

public sealed class RemoveLogo(HubDbContext db)
{
    public Task ExecuteAsync(CancellationToken ct) => db.Logos.ExecuteDeleteAsync(ct);
}
