using System.Collections.Concurrent;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Web.Tenancy;

/// <summary>How each place shows itself, in memory, because every page says it: read again once the place's generation has risen.</summary>
public sealed class Faces(TenantGenerations generations)
{
    private readonly ConcurrentDictionary<TenantId, (string? Generation, Face Face)> known = new();

    public async Task<Face> FindAsync(TenantId place, FindFace find, CancellationToken ct)
    {
        // Read before the rows are: a change that comes meanwhile leaves this face under a dead number.
        var generation = generations.Of(place);

        if (generation is not null && known.TryGetValue(place, out var kept) && kept.Generation == generation)
        {
            return kept.Face;
        }

        var face = await find.ExecuteAsync(ct);
        known[place] = (generation, face);
        return face;
    }

    /// <summary>What was last known, without asking the database: for a page that says the database is away.</summary>
    public Face LastKnown(TenantId place) => known.TryGetValue(place, out var kept) ? kept.Face : Face.Standard;
}
