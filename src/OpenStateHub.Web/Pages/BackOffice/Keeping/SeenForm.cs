using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenStateHub.Web.Pages.BackOffice.Keeping;

/// <summary>
/// What a form showed before anything was typed into it. It travels with the form and with its draft, so that saving one's own text after
/// somebody else saved theirs does not put back the fields that only they changed.
/// </summary>
public static class SeenForm
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    public static string Of<TForm>(TForm form) => JsonSerializer.Serialize(form, Options);

    /// <param name="seen">Null or unreadable where nobody knows what the writer saw: then all they sent counts as theirs.</param>
    /// <returns>What was typed; in each field that was left as it was seen, what is saved now.</returns>
    public static TForm Merge<TForm>(TForm mine, string? seen, TForm saved)
        where TForm : class
    {
        if (Read(seen) is not { } before)
        {
            return mine;
        }

        var merged = JsonSerializer.SerializeToNode(mine, Options)!.AsObject();
        var now = JsonSerializer.SerializeToNode(saved, Options)!.AsObject();

        foreach (var field in now.Where(field => JsonNode.DeepEquals(Plain(merged[field.Key]), Plain(before[field.Key]))).ToList())
        {
            merged[field.Key] = field.Value?.DeepClone();
        }

        return merged.Deserialize<TForm>(Options)!;
    }

    private static JsonObject? Read(string? seen)
    {
        try
        {
            return string.IsNullOrEmpty(seen) ? null : JsonNode.Parse(seen) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A browser sends other line ends than it was given, and nothing for an empty text.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Plain(field.Value)))),
        JsonArray rows => new JsonArray([.. rows.Select(Plain)]),
        JsonValue value when value.TryGetValue(out string? text) => text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } plain ? JsonValue.Create(plain) : null,
        _ => node?.DeepClone(),
    };
}
