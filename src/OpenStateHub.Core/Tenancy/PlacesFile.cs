using System.Globalization;
using System.Text;

namespace OpenStateHub.Core.Tenancy;

/// <param name="Line">Counted from 1, the header included: what an editor shows.</param>
/// <param name="Code">INEGI's five digits.</param>
/// <param name="Population">Null where the file says 0, which means unknown.</param>
public sealed record PlaceRow(int Line, string Code, string Name, int? Population);

/// <summary>A line that was left out, and why.</summary>
public sealed record BadRow(int Line, Refusal Reason);

/// <summary>INEGI's catalogue of municipalities as read: the good rows, and the lines that are not.</summary>
/// <param name="Refusal">Why the whole file is refused; then it has no rows.</param>
public sealed record PlacesFile(IReadOnlyList<PlaceRow> Rows, IReadOnlyList<BadRow> BadRows, Refusal? Refusal)
{
    private static readonly string[] Columns = ["CVEGEO", "CVE_ENT", "CVE_MUN", "NOM_MUN", "POB_TOTAL"];

    public static PlacesFile Read(byte[] content, PlaceReference reference)
    {
        using var lines = new StringReader(Decode(content));
        var header = lines.ReadLine() is { } first ? CsvLine.Split(first) : null;
        var positions = Columns.Select(column => Array.FindIndex(
            header ?? [], name => name.Trim().Equals(column, StringComparison.OrdinalIgnoreCase))).ToArray();

        if (header is null || positions.Contains(-1))
        {
            return new PlacesFile([], [], PlaceRefusals.WrongFile);
        }

        var rows = new Dictionary<string, PlaceRow>();
        var bad = new List<BadRow>();
        var number = 1;

        while (lines.ReadLine() is { } line)
        {
            number++;

            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var refusal = CsvLine.Split(line) is { } cells && cells.Length == header.Length
                ? Take(number, Array.ConvertAll(positions, position => cells[position].Trim()), reference, rows)
                : PlaceRefusals.RowBroken;

            if (refusal is not null)
            {
                bad.Add(new BadRow(number, refusal));
            }
        }

        return new PlacesFile([.. rows.Values], bad, null);
    }

    private static Refusal? Take(int line, string[] cells, PlaceReference reference, Dictionary<string, PlaceRow> rows)
    {
        var (code, state, municipality, name, population) = (cells[0], cells[1], cells[2], cells[3], cells[4]);
        var count = 0;

        if (code.Length != 5 || !code.All(char.IsAsciiDigit) || code != state + municipality)
        {
            return PlaceRefusals.CodeMalformed with { Detail = code };
        }

        if (reference.StateOf(code) is null)
        {
            return PlaceRefusals.StateUnknown with { Detail = state };
        }

        if (name.Length > Tenant.MaxNameLength || !TenantSlug.CanName(name) || name.Any(IsUnreadable))
        {
            return PlaceRefusals.NameMalformed with { Detail = name };
        }

        if (population.Length > 0 && !int.TryParse(population, NumberStyles.None, CultureInfo.InvariantCulture, out count))
        {
            return PlaceRefusals.PopulationMalformed with { Detail = population };
        }

        return rows.TryAdd(code, new PlaceRow(line, code, name, count == 0 ? null : count))
            ? null
            : PlaceRefusals.CodeTwice with { Detail = $"{code}, {rows[code].Line}" };
    }

    /// <summary>UTF-8 as INEGI serves it now, or the Latin-1 of its older files and of spreadsheets.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    // Text in an encoding that was guessed wrong shows itself by these.
    private static bool IsUnreadable(char letter) => char.IsControl(letter) || letter == '\uFFFD';
}

public static class PlaceRefusals
{
    public static readonly Refusal WrongFile = new("places.wrong-file", "file");
    public static readonly Refusal RowBroken = new("places.row-broken");
    public static readonly Refusal CodeMalformed = new("places.code-malformed");
    public static readonly Refusal CodeTwice = new("places.code-twice");
    public static readonly Refusal StateUnknown = new("places.state-unknown");
    public static readonly Refusal NameMalformed = new("places.name-malformed");
    public static readonly Refusal PopulationMalformed = new("places.population-malformed");
}
