using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>
/// Puts INEGI's catalogue of municipalities into ours, the states of the reference first. Places are matched by INEGI code, so
/// repeating it changes only what changed. A bad row is left out and reported; the rest goes in, in one transaction.
/// </summary>
public sealed class ImportPlaces(HubDbContext db)
{
    private const int SavedAtOnce = 250;

    /// <param name="file">INEGI's file, whole.</param>
    /// <param name="progress">Told after every few hundred places.</param>
    public async Task<PlacesImport> ExecuteAsync(
        Stream file, PlaceReference reference, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        var read = PlacesFile.Read(content.ToArray(), reference);

        if (read.Refusal is { } refusal)
        {
            return PlacesImport.Refused(refusal);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var catalogue = await PlaceCatalogue.OpenAsync(db, reference, ct);

        // In the order of the codes: which of two equal names gets the plain slug does not depend on the order of the lines.
        var taken = reference.States.Select(catalogue.Take)
            .Concat(read.Rows.OrderBy(row => row.Code, StringComparer.Ordinal).Select(catalogue.Take))
            .ToList();
        var saved = 0;

        // Changes in known places go along with the first part.
        foreach (var part in taken.Chunk(SavedAtOnce))
        {
            db.Tenants.AddRange(part.Where(t => t.Change is PlaceChange.Added).Select(t => t.Place));
            await db.SaveChangesAsync(ct);
            saved += part.Length;
            progress?.Report(new WorkProgress(saved, taken.Count));
        }

        await transaction.CommitAsync(ct);
        return PlacesImport.Of(taken.ConvertAll(t => t.Change), read.BadRows);
    }
}

/// <param name="Refusal">Why the whole file was refused; then nothing was written.</param>
public sealed record PlacesImport(int Added, int Changed, int Unchanged, IReadOnlyList<BadRow> BadRows, Refusal? Refusal)
{
    internal static PlacesImport Of(IReadOnlyCollection<PlaceChange> changes, IReadOnlyList<BadRow> badRows) => new(
        changes.Count(change => change is PlaceChange.Added),
        changes.Count(change => change is PlaceChange.Changed),
        changes.Count(change => change is PlaceChange.None),
        badRows,
        null);

    internal static PlacesImport Refused(Refusal refusal) => new(0, 0, 0, [], refusal);
}
