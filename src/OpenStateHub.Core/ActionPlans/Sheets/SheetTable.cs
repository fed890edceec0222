using System.Text;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>The rows of a CSV file by the headings of a plan's sheet: UTF-8 or Windows-1252, comma or semicolon, a cell of several lines allowed.</summary>
internal sealed class SheetTable
{
    // A stray quote must not swallow the rest of the file.
    private const int MostLinesOfARow = 100;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly List<SheetError> errors = [];
    private readonly List<(int Row, IReadOnlyDictionary<SheetColumn, string> Cells)> rows = [];

    public IReadOnlyList<SheetError> Errors => errors;

    public IReadOnlyList<(int Row, IReadOnlyDictionary<SheetColumn, string> Cells)> Rows => rows;

    public static SheetTable Read(byte[] content)
    {
        var table = new SheetTable();
        var lines = Decode(content).ReplaceLineEndings("\n").Split('\n');
        var separator = lines[0].Count(letter => letter == ';') > lines[0].Count(letter => letter == ',') ? ';' : ',';

        if (lines.All(string.IsNullOrWhiteSpace))
        {
            table.errors.Add(new(1, null, SheetRefusals.Empty));
        }
        else if (table.ReadHeadings(lines[0], separator) is { } headings)
        {
            table.ReadRows(lines, separator, headings);
        }

        return table;
    }

    private SheetColumn?[]? ReadHeadings(string line, char separator)
    {
        if (CsvLine.Split(line, separator) is not { Length: > 1 } titles)
        {
            errors.Add(new(1, null, SheetRefusals.WrongSeparator));
            return null;
        }

        var headings = Array.ConvertAll(titles, title => SheetColumns.All.FirstOrDefault(column => column.Key == Codes.SlugOf(title)));
        errors.AddRange(titles.Where((title, at) => headings[at] is null && !string.IsNullOrWhiteSpace(title))
            .Select(title => new SheetError(1, title.Trim(), SheetRefusals.HeadingUnknown with { Detail = title.Trim() })));
        errors.AddRange(headings.OfType<SheetColumn>().GroupBy(column => column).Where(same => same.Count() > 1)
            .Select(same => new SheetError(1, same.Key.Title, SheetRefusals.HeadingTwice with { Detail = same.Key.Title })));
        errors.AddRange(SheetColumns.All.Where(column => column.IsRequired && !headings.Contains(column))
            .Select(column => new SheetError(1, column.Title, SheetRefusals.HeadingMissing with { Detail = column.Title })));
        return errors.Count == 0 ? headings : null;
    }

    private void ReadRows(string[] lines, char separator, SheetColumn?[] headings)
    {
        var row = 1;

        for (var at = 1; at < lines.Length; at++)
        {
            row++;
            var cells = ReadRow(lines, separator, ref at);

            // Spreadsheets leave rows of separators behind, and cut or add empty cells at the end.
            if (cells is null || cells.Skip(headings.Length).Any(cell => cell.Trim().Length > 0))
            {
                errors.Add(new(row, null, SheetRefusals.RowBroken with { Detail = lines[at].Length > 60 ? lines[at][..60] + "…" : lines[at] }));
            }
            else if (cells.Any(cell => cell.Trim().Length > 0))
            {
                rows.Add((row, Enumerable.Range(0, Math.Min(cells.Length, headings.Length))
                    .Where(i => headings[i] is not null)
                    .ToDictionary(i => headings[i]!, i => cells[i].Trim())));
            }
        }

        if (rows.Count == 0 && errors.Count == 0)
        {
            errors.Add(new(2, null, SheetRefusals.WithoutRows));
        }
    }

    private static string[]? ReadRow(string[] lines, char separator, ref int at)
    {
        var row = new StringBuilder(lines[at]);

        for (var more = 0; more < MostLinesOfARow; more++)
        {
            if (CsvLine.Split(row.ToString(), separator) is { } cells)
            {
                at += more;
                return cells;
            }

            if (at + more + 1 >= lines.Length)
            {
                return null;
            }

            row.Append('\n').Append(lines[at + more + 1]);
        }

        return null;
    }

    private static string Decode(byte[] content)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(content);
        }
    }
}
