using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Whether each sector sits in the secretariat on a day. Without one of them nothing new can be verified (domain rules, section 3).</summary>
public sealed class FindSectorQuorum(HubDbContext db)
{
    public async Task<SectorQuorum> ExecuteAsync(DateOnly on, CancellationToken ct)
    {
        var seats = await db.Seats.AsNoTracking()
            .Select(s => new { s.Sector, IsHeld = (s.FromOn == null || s.FromOn <= on) && (s.UntilOn == null || on <= s.UntilOn) })
            .Distinct()
            .ToListAsync(ct);
        return SectorQuorum.Of(seats.Count > 0, seats.Where(s => s.IsHeld).Select(s => s.Sector));
    }
}

/// <param name="Missing">The sectors that hold no seat. None where nobody ever recorded who sits there: unknown is not the same as vacant.</param>
public sealed record SectorQuorum(IReadOnlyList<Sector> Missing)
{
    public bool IsWhole => Missing.Count == 0;

    /// <param name="isKnown">Some seat was recorded, held on the day or not.</param>
    /// <param name="held">The sectors of the seats that are held.</param>
    public static SectorQuorum Of(bool isKnown, IEnumerable<Sector> held) => new(isKnown ? [.. Sectors.All.Except(held)] : []);
}
