namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>At least one present seat of each sector (domain rules, section 3): however many come of one, they do not stand for another.</summary>
public static class Quorum
{
    /// <param name="presentSeatSectors">The sector of each present seat.</param>
    public static bool IsReached(IEnumerable<Sector> presentSeatSectors) => Missing(presentSeatSectors).Count == 0;

    /// <summary>The sectors of which nobody is there.</summary>
    public static IReadOnlyList<Sector> Missing(IEnumerable<Sector> presentSeatSectors) => [.. Sectors.All.Except(presentSeatSectors)];
}
