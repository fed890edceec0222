using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>A table for spreadsheets: they would run a text that begins like a formula, and read accents by the byte order mark.</summary>
internal static class CsvFile
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static FileContentHttpResult Of(string name, IEnumerable<string> header, IEnumerable<IEnumerable<object?>> rows)
    {
        using var bytes = new MemoryStream();

        using (var csv = CsvWriter.Create(bytes, Format, leaveOpen: true))
        {
            csv.WriteRecord(header.ToArray());

            foreach (var row in rows)
            {
                csv.WriteRecord(row.Select(field => Convert.ToString(field, CultureInfo.InvariantCulture) ?? "").ToArray());
            }
        }

        return TypedResults.File(bytes.ToArray(), "text/csv; charset=utf-8", name);
    }
}
