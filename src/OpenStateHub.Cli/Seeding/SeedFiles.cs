namespace OpenStateHub.Cli.Seeding;

/// <summary>The repository's folder <c>seeds</c>, which the build puts beside the program.</summary>
internal static class SeedFiles
{
    public static string Reference { get; } = Path.Combine(AppContext.BaseDirectory, "seeds", "reference");
}
