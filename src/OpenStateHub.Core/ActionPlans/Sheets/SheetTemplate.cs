using System.Text;

namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>The empty sheet: its headings alone, in UTF-8 with the mark by which spreadsheets know it.</summary>
public static class SheetTemplate
{
    public static byte[] Bytes { get; } =
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', SheetColumns.All.Select(column => column.Title)) + "\r\n")];
}
