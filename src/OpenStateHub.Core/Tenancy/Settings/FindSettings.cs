using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>The place's settings as they stand, for those who change them.</summary>
public sealed class FindSettings(HubDbContext db)
{
    public async Task<Result> ExecuteAsync(CancellationToken ct)
    {
        var brand = await db.Brands.AsNoTracking().SingleOrDefaultAsync(ct) ?? new Brand();
        var wording = await db.Wordings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new Wording();
        return new Result(brand, wording);
    }

    public sealed record Result(Brand Brand, Wording Wording);
}
