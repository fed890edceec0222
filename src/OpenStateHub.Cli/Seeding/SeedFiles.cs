using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenStateHub.Cli.Seeding;

/// <summary>The repository's folder <c>seeds</c>, which the build puts beside the program.</summary>
internal static class SeedFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Reference { get; } = Path.Combine(AppContext.BaseDirectory, "seeds", "reference");

    public static string Demo { get; } = Path.Combine(AppContext.BaseDirectory, "seeds", "demo");

    public static async Task<T> ReadAsync<T>(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(file, Options, ct) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException e)
        {
            throw new RefusedException($"{Path.GetFileName(path)} cannot be read: {e.Message}");
        }
    }
}
