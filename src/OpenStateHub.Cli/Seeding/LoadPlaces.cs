using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Seeding;

/// <summary>Chooses the places that load data fill: those that are listed, the states first, and where they are too few, invented municipalities.</summary>
internal sealed class LoadPlaces(HubDbContext db)
{
    private const string Prefix = "load-";

    public async Task<IReadOnlyList<Tenant>> ChooseAsync(int count, CancellationToken ct)
    {
        var listed = await db.Tenants
            .AsNoTracking()
            .Where(place => place.Status == TenantStatus.Listed)
            .OrderByDescending(place => place.Kind == TenantKind.State).ThenBy(place => place.Slug)
            .Take(count)
            .ToListAsync(ct);
        return [.. listed, .. await InventAsync(count - listed.Count, ct)];
    }

    private async Task<IReadOnlyList<Tenant>> InventAsync(int count, CancellationToken ct)
    {
        if (count == 0)
        {
            return [];
        }

        var states = await db.Tenants.AsNoTracking().Where(place => place.Kind == TenantKind.State).OrderBy(place => place.Slug).ToListAsync(ct);
        var before = await db.Tenants.CountAsync(place => place.Slug.StartsWith(Prefix), ct);

        if (states.Count == 0)
        {
            throw new RefusedException("The catalogue has no states to put municipalities into: run 'hub seed reference' first.");
        }

        var invented = Enumerable.Range(before + 1, count).Select(number => Invent(number, states[number % states.Count])).ToList();
        db.Tenants.AddRange(invented);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return invented;
    }

    private static Tenant Invent(int number, Tenant state)
    {
        var name = number.ToString("0000", CultureInfo.InvariantCulture);
        return new Tenant
        {
            Slug = Prefix + name,
            Name = $"Municipio de demostración {name}",
            Kind = TenantKind.Municipality,
            ParentId = state.Id,
            TimeZone = state.TimeZone,
        };
    }
}
