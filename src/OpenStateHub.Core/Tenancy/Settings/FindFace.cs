using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>How the place of this scope shows itself: what every one of its pages says.</summary>
public sealed class FindFace(HubDbContext db, TenantContext tenant)
{
    public Task<Face> ExecuteAsync(CancellationToken ct) =>
        db.Tenants
            .Where(place => place.Id == tenant.Current.Id)
            .Select(_ => new Face
            {
                Accent = db.Brands.Select(brand => brand.Accent).SingleOrDefault(),
                Logo = db.Logos.Select(logo => new LogoMark(logo.Sha256, logo.Width, logo.Height)).SingleOrDefault(),
                Wording = db.Wordings.SingleOrDefault(),
            })
            .AsNoTracking()
            .SingleAsync(ct);
}

public sealed record Face
{
    /// <summary>Of a place that has chosen nothing, and of a host where no place lives.</summary>
    public static readonly Face Standard = new();

    /// <summary>As style sheets write it; null: the hub's own.</summary>
    public string? Accent { get; init; }

    public LogoMark? Logo { get; init; }

    /// <summary>Null: nothing said.</summary>
    public Wording? Wording { get; init; }
}

/// <param name="Width">Pixels, like the height.</param>
public sealed record LogoMark(string Sha256, int Width, int Height);
