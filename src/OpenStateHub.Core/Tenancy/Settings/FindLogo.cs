using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>The place's logo under its hash.</summary>
public sealed class FindLogo(HubDbContext db)
{
    /// <returns>Null where the place has no such logo, or no longer.</returns>
    public Task<Result?> ExecuteAsync(string sha256, CancellationToken ct) =>
        db.Logos.Where(logo => logo.Sha256 == sha256).Select(logo => new Result(logo.MediaType, logo.Content)).SingleOrDefaultAsync(ct);

    public sealed record Result(string MediaType, byte[] Content);
}
