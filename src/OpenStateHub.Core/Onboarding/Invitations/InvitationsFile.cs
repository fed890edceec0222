using System.Text;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>A table of places and addresses, one a line: the slug or INEGI code, then the address. A first line of titles is left out.</summary>
public static class InvitationsFile
{
    public const int MostBytes = 200 * 1024;
    public const int MostLines = 1000;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="Place">A slug or an INEGI code; empty where the line is none of place and address.</param>
    public sealed record Line(int Number, string Place, string Email);

    public static IReadOnlyList<Line> Read(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content).TrimStart('\ufeff');
        var lines = text.Split('\n').Select((line, index) => (Number: index + 1, Text: line.TrimEnd('\r'))).Where(line => line.Text.Trim().Length > 0).ToList();

        // Spreadsheets choose the separator by the country that they are set to.
        var separator = lines.Count == 0 ? ',' : Separators.MaxBy(s => lines[0].Text.Count(c => c == s));
        return [.. lines
            .Select(line => Of(line.Number, CsvLine.Split(line.Text, separator)))
            .Where(line => line.Number > lines[0].Number || line.Email.Contains('@', StringComparison.Ordinal))];
    }

    private static Line Of(int number, string[]? cells) => cells is [var place, var email, ..]
        ? new Line(number, Code(place.Trim()), email.Trim())
        : new Line(number, "", "");

    // Spreadsheets take a code for a number, and its leading zero away.
    private static string Code(string place) =>
        place.Length is 1 or 4 && place.All(char.IsAsciiDigit) ? "0" + place : place.ToLowerInvariant();
}
