using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>
/// The outlines of the 32 states by their ids (agu, bcn, …), from @svg-maps/mexico (CC BY 4.0; the partial says so), simplified by face.mjs. Its names are
/// not used: some are in English, and the names of places are ours.
/// </summary>
public static class MexicoMap
{
    public const string ViewBox = "0 0 793 498";

    // In the order of INEGI's codes, 01 to 32.
    private static readonly string[] InegiOrder =
    [
        "agu", "bcn", "bcs", "cam", "coa", "col", "chp", "chh", "cmx", "dur", "gua", "gro", "hid", "jal", "mex", "mic",
        "mor", "nay", "nle", "oax", "pue", "que", "roo", "slp", "sin", "son", "tab", "tam", "tla", "ver", "yuc", "zac",
    ];

    public static FrozenDictionary<string, string> Outlines { get; } = Read();

    /// <param name="inegiCode">Two digits.</param>
    public static string OutlineOf(string inegiCode) => InegiOrder[int.Parse(inegiCode, CultureInfo.InvariantCulture) - 1];

    private static FrozenDictionary<string, string> Read()
    {
        using var svg = typeof(MexicoMap).Assembly.GetManifestResourceStream("mexico.svg")!;
        return XDocument.Load(svg).Root!.Elements()
            .ToFrozenDictionary(path => path.Attribute("id")!.Value, path => path.Attribute("d")!.Value);
    }
}

/// <summary><c>&lt;partial name="_MexicoMap" model="…" /&gt;</c>: the states by stage, with a legend and the same as a table.</summary>
/// <param name="Caption">What the map shows, one sentence.</param>
/// <param name="States">By the id of the outline; an outline without an entry stays blank.</param>
/// <param name="Stages">In order from 0 (nothing known) to 4 (furthest), each with its pattern and colour.</param>
public sealed record StatesMap(string Caption, IReadOnlyDictionary<string, StateOnMap> States, IReadOnlyList<MapStage> Stages);

/// <param name="Stage">The number of one of the map's stages.</param>
/// <param name="Href">The state's page; null where it has none.</param>
public sealed record StateOnMap(string Name, int Stage, string? Href);

/// <param name="Number">0 to 4: chooses pattern and colour.</param>
public sealed record MapStage(int Number, string Name);
