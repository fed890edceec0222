namespace OpenStateHub.Core.Secretariat;

/// <summary>The three parts of a secretariat. Each has the same weight, however many seats it holds (domain rules, section 3).</summary>
public enum Sector
{
    Government,
    CivilSociety,
    Guarantor,
}

public static class Sectors
{
    public static readonly IReadOnlyList<Sector> All = Enum.GetValues<Sector>();
}
