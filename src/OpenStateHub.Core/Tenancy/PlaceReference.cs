using System.Text.Json;

namespace OpenStateHub.Core.Tenancy;

/// <summary>What INEGI's catalogue does not tell of a place: the short names of the states, and the time zones.</summary>
public sealed class PlaceReference
{
    private readonly Dictionary<string, StateReference> statesByCode;
    private readonly Dictionary<string, string> zoneExceptions;

    /// <param name="zoneExceptions">IANA zones of the municipalities that do not keep their state's time, by INEGI code.</param>
    public PlaceReference(IReadOnlyList<StateReference> states, IReadOnlyDictionary<string, string> zoneExceptions)
    {
        States = states;
        statesByCode = states.ToDictionary(state => state.Code);
        this.zoneExceptions = new Dictionary<string, string>(zoneExceptions);
    }

    public IReadOnlyList<StateReference> States { get; }

    /// <param name="folder">The folder <c>seeds/reference</c>.</param>
    public static async Task<PlaceReference> ReadAsync(string folder, CancellationToken ct)
    {
        var states = await ReadAsync<StateReference>(Path.Combine(folder, "states.json"), ct);
        var zones = await ReadAsync<ZoneException>(Path.Combine(folder, "time-zones.json"), ct);
        return new PlaceReference(states, zones.ToDictionary(zone => zone.Code, zone => zone.TimeZone));
    }

    /// <param name="inegiCode">Of a state or of a municipality.</param>
    public StateReference? StateOf(string inegiCode) =>
        inegiCode.Length >= 2 ? statesByCode.GetValueOrDefault(inegiCode[..2]) : null;

    public string? TimeZoneOf(string inegiCode) => zoneExceptions.GetValueOrDefault(inegiCode) ?? StateOf(inegiCode)?.TimeZone;

    private static async Task<List<T>> ReadAsync<T>(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var content = await JsonSerializer.DeserializeAsync<ReferenceFile<T>>(file, JsonSerializerOptions.Web, ct);
        return content?.Items ?? throw new JsonException($"{path} has no items.");
    }

    private sealed record ReferenceFile<T>(List<T>? Items);

    private sealed record ZoneException(string Code, string TimeZone);
}

/// <param name="Code">INEGI's two digits.</param>
/// <param name="Name">The name in common use: Veracruz, not Veracruz de Ignacio de la Llave.</param>
/// <param name="Abbreviation">What its municipalities' slugs end in.</param>
public sealed record StateReference(string Code, string Slug, string Name, string Abbreviation, string TimeZone);
