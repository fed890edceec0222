using System.Text;
using OpenStateHub.Core.ActionPlans.Sheets;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class PlanSheetTests
{
    private const string Heading = "Plan,Inicio del plan,Fin del plan,Eje,Número,Compromiso,ODS,Áreas de política,Actividad,Vence,Peso";
    private const string Row = "Plan 2026,2026-01-01,31/12/2026,Agua,1,Agua limpia,6 | 6.3,Agua,Muestrear,30/06/2026,";

    private static readonly SheetVocabulary Known = new(
        new Dictionary<string, string> { ["water"] = "water", ["agua"] = "water" }, new HashSet<string> { "6", "6.3" });

    [Fact]
    public void Reads_what_a_row_tells()
    {
        var sheet = Read(Heading, Row, ",,,,,,,,Publicar,2026-07-01,");

        Assert.Empty(sheet.Errors);
        Assert.Equal(new DateOnly(2026, 12, 31), sheet.Plan!.EndsOn);
        var commitment = Assert.Single(sheet.Commitments).Input;
        Assert.Equal(["6", "6.3"], commitment.Text.Sdgs);
        Assert.Equal(["water"], commitment.Text.PolicyAreas);
        Assert.Equal(["Muestrear", "Publicar"], sheet.Activities.Select(a => a.Input.Description));
        Assert.All(sheet.Activities, a => Assert.Equal(commitment.Id, a.Input.CommitmentId));
    }

    [Theory]
    [InlineData("30/06/2026", "31/02/2026", "Vence", "sheet.not-a-day")]
    [InlineData("30/06/2026", "2027-01-01", "Vence", "commitment.activity-outside-commitment")]
    [InlineData("6 | 6.3", "6 | 18", "ODS", "sheet.sdg-unknown")]
    [InlineData(",Agua,Muestrear", ",Fuego,Muestrear", "Áreas de política", "sheet.policy-area-unknown")]
    [InlineData("Muestrear", "=SUMA(A1)", "Actividad", "sheet.formula")]
    [InlineData("Muestrear", "#¡REF!", "Actividad", "sheet.formula")]
    [InlineData("Muestrear", "", "Actividad", "sheet.missing")]
    [InlineData("30/06/2026,", "30/06/2026,50", "Peso", "sheet.weights-not-whole")]
    [InlineData("30/06/2026,", "30/06/2026,mucho", "Peso", "sheet.not-a-percent")]
    public void Names_the_cell_that_is_wrong(string right, string wrong, string column, string code)
    {
        var error = Assert.Single(Read(Heading, Row.Replace(right, wrong, StringComparison.Ordinal)).Errors);

        Assert.Equal((2, column, code), (error.Row, error.Column, error.Reason.Code));
    }

    [Theory]
    [InlineData("", "sheet.empty")]
    [InlineData(Heading, "sheet.without-rows")]
    [InlineData("Plan\tEje\tNúmero", "sheet.wrong-separator")]
    [InlineData("Plan,Eje,Número,Compromiso\nx,y,1,z", "sheet.heading-missing")]
    [InlineData(Heading + ",Color\n" + Row + ",azul", "sheet.heading-unknown")]
    [InlineData(Heading + ",Plan\n" + Row + ",x", "sheet.heading-twice")]
    [InlineData(Heading + "\n\"Plan 2026,x", "sheet.row-broken")]
    public void Refuses_a_file_that_is_no_such_sheet(string text, string code) =>
        Assert.Equal(code, Assert.Single(Read(text).Errors).Reason.Code);

    [Fact]
    public void Reads_semicolons_and_the_encoding_of_older_spreadsheets()
    {
        var text = (Heading + "\r\n" + Row.Replace("Agua limpia", "Agua “limpia”", StringComparison.Ordinal)).Replace(',', ';');

        var sheet = PlanSheet.Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text), Known);

        Assert.Empty(sheet.Errors);
        Assert.Equal("Agua “limpia”", Assert.Single(sheet.Commitments).Input.Text.Title);
    }

    [Fact]
    public void A_cell_of_two_lines_is_one_cell()
    {
        var sheet = Read(Heading, Row.Replace("Muestrear", "\"Muestrear\ny publicar\"", StringComparison.Ordinal));

        Assert.Empty(sheet.Errors);
        Assert.Equal("Muestrear\ny publicar", Assert.Single(sheet.Activities).Input.Description);
    }

    [Fact]
    public void Either_all_siblings_have_a_weight_or_none()
    {
        var error = Assert.Single(Read(Heading, Row + "100", ",,,,,,,,Publicar,2026-07-01,").Errors);

        Assert.Equal((3, "sheet.weight-missing"), (error.Row, error.Reason.Code));
    }

    [Fact]
    public void A_later_row_that_says_otherwise_is_named() =>
        Assert.Equal((3, "Compromiso", "sheet.differs"), Assert.Single(
            Read(Heading, Row, ",,,,1,Agua sucia,,,Publicar,2026-07-01,").Errors.Select(e => (e.Row, e.Column, e.Reason.Code))));

    private static PlanSheet Read(params string[] lines) => PlanSheet.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), Known);
}
