using System.Globalization;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>The codes that cells may name.</summary>
/// <param name="PolicyAreas">Each code, and each title as an address, with its code.</param>
public sealed record SheetVocabulary(IReadOnlyDictionary<string, string> PolicyAreas, IReadOnlySet<string> Sdgs);

/// <summary>The cells of one row, read one by one: what is wrong is noted, and reads as empty.</summary>
internal sealed class SheetCells(int row, IReadOnlyDictionary<SheetColumn, string> cells, SheetVocabulary known, List<SheetError> errors)
{
    private static readonly string[] DayShapes = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy"];

    private static readonly Dictionary<string, Sector> SectorWords = new()
    {
        ["gobierno"] = Sector.Government,
        ["sociedad-civil"] = Sector.CivilSociety,
        ["organo-garante"] = Sector.Guarantor,
    };

    private static readonly Dictionary<string, LinkKind> LinkWords = new()
    {
        ["ley"] = LinkKind.Law,
        ["presupuesto"] = LinkKind.BudgetLine,
        ["datos"] = LinkKind.Dataset,
        ["ocds"] = LinkKind.Ocds,
        ["contribuye"] = LinkKind.ContributesTo,
    };

    public int Row => row;

    public void Note(SheetColumn column, Refusal reason, string? found = null) =>
        errors.Add(new SheetError(row, column.Title, found is null ? reason : reason with { Detail = found }));

    public string Raw(SheetColumn column) => cells.GetValueOrDefault(column, "");

    public string? Text(SheetColumn column)
    {
        var text = Raw(column);

        if (text.Length == 0)
        {
            if (column.IsRequired)
            {
                Note(column, SheetRefusals.Missing);
            }

            return null;
        }

        var wrong = IsFormula(text) ? SheetRefusals.Formula
            : text.Any(letter => letter == '\uFFFD' || (char.IsControl(letter) && letter is not ('\n' or '\t'))) ? SheetRefusals.Unreadable
            : text.Length > column.Longest ? SheetRefusals.TooLong
            : null;

        if (wrong is not null)
        {
            Note(column, wrong, text.Length > 60 ? text[..60] + "…" : text);
            return null;
        }

        return text;
    }

    public DateOnly? Day(SheetColumn column) => Text(column) is not { } text ? null
        : DateOnly.TryParseExact(text, DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Wrong<DateOnly>(column, SheetRefusals.NotADay, text);

    public int? Number(SheetColumn column) => Text(column) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : Wrong<int>(column, SheetRefusals.NotANumber, text);

    /// <summary>Hundredths of a percent: <c>33.33</c>, <c>33,33</c> and <c>33.33 %</c> are 3,333.</summary>
    public int? Percent(SheetColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and <= 100 && decimal.IsInteger(percent * 100)
            ? (int)(percent * 100)
            : Wrong<int>(column, SheetRefusals.NotAPercent, text);
    }

    public bool YesOrNo(SheetColumn column)
    {
        var text = Text(column);

        if (text is not null && Codes.SlugOf(text) is not ("si" or "no"))
        {
            Note(column, SheetRefusals.NotYesOrNo, text);
        }

        return text is not null && Codes.SlugOf(text) == "si";
    }

    public IReadOnlyList<string> List(SheetColumn column) =>
        Text(column)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public IReadOnlyList<string> Sdgs(SheetColumn column) => Named(column, SheetRefusals.SdgUnknown, code => known.Sdgs.Contains(code) ? code : null);

    public IReadOnlyList<string> PolicyAreas(SheetColumn column) =>
        Named(column, SheetRefusals.PolicyAreaUnknown, name => known.PolicyAreas.GetValueOrDefault(Codes.SlugOf(name)));

    /// <param name="usual">The sector of a body that names none.</param>
    public IEnumerable<AddCommitment.Actor> Bodies(SheetColumn column, ActorRole role, Sector usual)
    {
        foreach (var text in List(column))
        {
            var bracket = text.EndsWith(']') ? text.LastIndexOf('[') : -1;
            var sector = usual;

            if (bracket > 0 && !SectorWords.TryGetValue(Codes.SlugOf(text[bracket..]), out sector))
            {
                Note(column, SheetRefusals.SectorUnknown, text);
                continue;
            }

            var body = bracket > 0 ? text[..bracket].Trim() : text;

            if (body.Length > 300)
            {
                Note(column, SheetRefusals.TooLong, body[..60] + "…");
                continue;
            }

            yield return new AddCommitment.Actor(role, sector, body);
        }
    }

    /// <summary>Kind, address and, where there is one, its label: <c>ley https://… Ley de Transparencia</c>.</summary>
    public IReadOnlyList<AddCommitment.Link> Links(SheetColumn column)
    {
        var links = new List<AddCommitment.Link>();

        foreach (var text in List(column))
        {
            var words = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

            if (words.Length > 1 && words[1].Length <= 2000 && LinkWords.TryGetValue(words[0].ToLowerInvariant(), out var kind)
                && new CommitmentLink { Kind = kind, Target = words[1] }.Check() is null)
            {
                links.Add(new AddCommitment.Link(kind, words[1], words.ElementAtOrDefault(2)));
            }
            else
            {
                Note(column, SheetRefusals.LinkUnknown, text);
            }
        }

        return links;
    }

    /// <summary>What a spreadsheet would calculate, or the word that it leaves where it could not.</summary>
    private static bool IsFormula(string text) =>
        text[0] is '=' or '@' || (text.Length > 1 && text[0] is '+' or '-' && char.IsLetter(text[1])) || (text[0] == '#' && text[^1] is '!' or '?' && !text.Contains(' ', StringComparison.Ordinal));

    private T? Wrong<T>(SheetColumn column, Refusal reason, string found)
        where T : struct
    {
        Note(column, reason, found);
        return null;
    }

    private List<string> Named(SheetColumn column, Refusal unknown, Func<string, string?> find)
    {
        var codes = new List<string>();

        foreach (var text in List(column))
        {
            if (find(text) is { } code)
            {
                codes.Add(code);
            }
            else
            {
                Note(column, unknown, text);
            }
        }

        return codes;
    }
}
