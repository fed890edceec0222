namespace OpenStateHub.Cli.Seeding;

/// <summary>The sources that seeds name by a key, as the sentence that pages show.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, Source> byKey;

    private Sources(Dictionary<string, Source> byKey) => this.byKey = byKey;

    public static async Task<Sources> ReadAsync(CancellationToken ct) =>
        new(await SeedFiles.ReadAsync<Dictionary<string, Source>>(Path.Combine(SeedFiles.Reference, "sources.json"), ct));

    public string? Of(string? key)
    {
        if (key is null)
        {
            return null;
        }

        if (!byKey.TryGetValue(key, out var source))
        {
            throw new RefusedException($"The source \"{key}\" is not in seeds/reference/sources.json.");
        }

        return source.Year is { } year ? $"{source.Title} ({source.Publisher}, {year})" : $"{source.Title} ({source.Publisher})";
    }

    private sealed record Source(string Title, string Publisher, int? Year);
}
