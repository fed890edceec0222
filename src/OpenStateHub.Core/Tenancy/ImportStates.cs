using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Puts the states of the reference into the catalogue as Listed places. Safe to repeat.</summary>
public sealed class ImportStates(HubDbContext db)
{
    public async Task<PlacesImport> ExecuteAsync(PlaceReference reference, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var catalogue = await PlaceCatalogue.OpenAsync(db, reference, ct);
        var taken = reference.States.Select(catalogue.Take).ToList();
        db.Tenants.AddRange(taken.Where(t => t.Change is PlaceChange.Added).Select(t => t.Place));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return PlacesImport.Of(taken.ConvertAll(t => t.Change), []);
    }
}
