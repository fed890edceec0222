using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenStateHub.Cli.Seeding;

/// <summary>A day of the demonstration: a date of its sources, or a number of days from the day of seeding, so that the story is alive today.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct Day(DateOnly? Date, int FromToday)
{
    public DateOnly On(DateOnly today) => Date ?? today.AddDays(FromToday);

    private static Day Parse(string text) =>
        text.StartsWith("today", StringComparison.Ordinal)
            ? new Day(null, text.Length == "today".Length ? 0 : int.Parse(text["today".Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : new Day(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), 0);

    private sealed class Converter : JsonConverter<Day>
    {
        public override Day Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
