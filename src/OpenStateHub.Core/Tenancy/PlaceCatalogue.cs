using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

public enum PlaceChange
{
    None,
    Added,
    Changed,
}

/// <summary>The places that the hub knows, and what a row of INEGI's catalogue or of the states' reference changes in them.</summary>
public sealed class PlaceCatalogue
{
    private const long Lock = 7_201_512_10;

    private readonly PlaceReference reference;
    private readonly Dictionary<string, Tenant> byCode;
    private readonly HashSet<string> slugs;

    public PlaceCatalogue(IReadOnlyCollection<Tenant> known, PlaceReference reference)
    {
        this.reference = reference;
        byCode = known.Where(place => place.InegiCode is not null).ToDictionary(place => place.InegiCode!);
        slugs = [.. known.Select(place => place.Slug)];
    }

    /// <summary>Reads the catalogue inside the caller's transaction, and keeps a second import waiting until that ends.</summary>
    internal static async Task<PlaceCatalogue> OpenAsync(HubDbContext db, PlaceReference reference, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        return new PlaceCatalogue(await db.Tenants.ToListAsync(ct), reference);
    }

    /// <summary>States come as Listed. One that serves people already keeps the name and the zone that it has.</summary>
    public (PlaceChange Change, Tenant Place) Take(StateReference state)
    {
        if (byCode.TryGetValue(state.Code, out var known))
        {
            return (known.Status is TenantStatus.Listed ? Update(known, state.Name, state.TimeZone, known.Population) : PlaceChange.None, known);
        }

        return Add(new Tenant
        {
            Slug = slugs.Contains(state.Slug) ? $"{state.Slug}-{state.Code}" : state.Slug,
            Name = state.Name,
            Kind = TenantKind.State,
            InegiCode = state.Code,
            TimeZone = state.TimeZone,
        });
    }

    /// <summary>Takes a municipality whose state was taken before. A place keeps its slug for ever: links to it must not break.</summary>
    public (PlaceChange Change, Tenant Place) Take(PlaceRow row)
    {
        var zone = reference.TimeZoneOf(row.Code)!;

        if (byCode.TryGetValue(row.Code, out var known))
        {
            return (Update(known, row.Name, zone, row.Population), known);
        }

        return Add(new Tenant
        {
            Slug = FreeSlug(row),
            Name = row.Name,
            Kind = TenantKind.Municipality,
            InegiCode = row.Code,
            ParentId = byCode[row.Code[..2]].Id,
            TimeZone = zone,
            Population = row.Population,
        });
    }

    private string FreeSlug(PlaceRow row)
    {
        var state = reference.StateOf(row.Code)!.Abbreviation;
        var plain = TenantSlug.ForMunicipality(row.Name, state);
        return slugs.Contains(plain) ? TenantSlug.ForMunicipality(row.Name, state, row.Code) : plain;
    }

    private (PlaceChange Change, Tenant Place) Add(Tenant place)
    {
        slugs.Add(place.Slug);
        byCode.Add(place.InegiCode!, place);
        return (PlaceChange.Added, place);
    }

    private static PlaceChange Update(Tenant place, string name, string zone, int? population)
    {
        if ((place.Name, place.TimeZone, place.Population) == (name, zone, population))
        {
            return PlaceChange.None;
        }

        (place.Name, place.TimeZone, place.Population) = (name, zone, population);
        return PlaceChange.Changed;
    }
}
