using System.Text;

namespace OpenStateHub.Core.Tenancy;

/// <summary>One line of comma-separated values. INEGI's layout has one place a line, so a stray quote must never swallow the lines after it, as it may in a reader of whole files.</summary>
internal static class CsvLine
{
    /// <summary>The cells, or null where the quotes do not match.</summary>
    /// <param name="separator">A semicolon in the files of spreadsheets that write decimals with a comma.</param>
    public static string[]? Split(string line, char separator = ',')
    {
        var cells = new List<string>();
        var at = 0;

        do
        {
            if (ReadCell(line, separator, ref at) is not { } cell)
            {
                return null;
            }

            cells.Add(cell);
        }
        while (at++ < line.Length);

        return [.. cells];
    }

    /// <summary>Reads up to the next separator or the end of the line, and stands there.</summary>
    private static string? ReadCell(string line, char separator, ref int at)
    {
        if (at == line.Length || line[at] != '"')
        {
            var start = at;
            at = line.IndexOf(separator, at) is var end and >= 0 ? end : line.Length;
            return line[start..at].Contains('"') ? null : line[start..at];
        }

        var cell = new StringBuilder();

        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                cell.Append(line[at]);
            }
            else if (at + 1 == line.Length || line[at + 1] == separator)
            {
                at++;
                return cell.ToString();
            }
            else if (line[++at] == '"')
            {
                cell.Append('"');
            }
            else
            {
                return null;
            }
        }

        return null;
    }
}
