using System.Text;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Tenancy;

public sealed class PlacesFileTests
{
    [Fact]
    public void Reads_every_row_of_the_layout()
    {
        var file = PlaceExcerpt.Read(PlaceExcerpt.Rows);

        Assert.Null(file.Refusal);
        Assert.Empty(file.BadRows);
        Assert.Equal(13, file.Rows.Count);
        Assert.Equal(new PlaceRow(2, "08037", "Juárez", 1_512_450), file.Rows[0]);
        Assert.Equal("Heroica Villa Tezoatlán de Segura y Luna, Cuna de la Independencia de Oaxaca", file.Rows[7].Name);
    }

    [Fact]
    public void Population_0_is_unknown() =>
        Assert.Null(PlaceExcerpt.Read(PlaceExcerpt.Rows).Rows.Single(row => row.Code == "12083").Population);

    public static TheoryData<string, string, string> BadRows => new()
    {
        { "\"09\",\"09\"", "places.row-broken", "too few cells" },
        { Row("09015", "09", "015", "Cuauh\"témoc", "1"), "places.row-broken", "a stray quote" },
        { Row("09015", "09", "015", "Cuauhtémoc", "1") + ",\"more", "places.row-broken", "a quote that never ends" },
        { Row("9015", "09", "015", "Cuauhtémoc", "1"), "places.code-malformed", "a spreadsheet ate the zero" },
        { Row("09015", "09", "016", "Cuauhtémoc", "1"), "places.code-malformed", "the parts disagree" },
        { Row("99001", "99", "001", "Atlantis", "1"), "places.state-unknown", "no such state" },
        { Row("09015", "09", "015", " ", "1"), "places.name-malformed", "no name" },
        { Row("09015", "09", "015", new string('x', 121), "1"), "places.name-malformed", "too long a name" },
        { Row("09015", "09", "015", "Cuauht\uFFFDmoc", "1"), "places.name-malformed", "a letter that was lost" },
        { Row("09015", "09", "015", "Cuauhtémoc", "-5"), "places.population-malformed", "a negative population" },
        { Row("09015", "09", "015", "Cuauhtémoc", "many"), "places.population-malformed", "a word for a number" },
        { Row("09003", "09", "003", "Coyoacán", "1"), "places.code-twice", "a code that stands above" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_bad_row_is_named_by_its_line_and_the_rest_goes_in(string row, string code, string what)
    {
        var rows = PlaceExcerpt.Rows.Split('\n').ToList();
        rows.Insert(4, row);

        var file = PlaceExcerpt.Read(string.Join('\n', rows));

        var bad = Assert.Single(file.BadRows);
        Assert.Equal((6, code), (bad.Line, bad.Reason.Code));
        Assert.True(file.Rows.Count == 13, what);
    }

    [Fact]
    public void A_repeated_code_names_the_line_that_has_it()
    {
        var file = PlaceExcerpt.Read($"{PlaceExcerpt.Rows}\n{Row("09003", "09", "003", "Coyoacán", "1")}");

        Assert.Equal("09003, 3", Assert.Single(file.BadRows).Reason.Detail);
    }

    [Fact]
    public void Blank_lines_count_and_are_no_rows()
    {
        var file = PlaceExcerpt.Read($"\n\n{PlaceExcerpt.Rows}\n\n");

        Assert.Empty(file.BadRows);
        Assert.Equal(4, file.Rows[0].Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("{\"items\": []}")]
    [InlineData("\"CVEGEO\",\"NOM_MUN\"\n\"09003\",\"Coyoacán\"")]
    public void Another_file_is_refused_whole(string content)
    {
        var file = PlaceExcerpt.Read(Encoding.UTF8.GetBytes(content));

        Assert.Equal(PlaceRefusals.WrongFile, file.Refusal);
        Assert.Empty(file.Rows);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "iso-8859-1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Reads_the_encodings_that_the_file_comes_in(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"{PlaceExcerpt.Header}\r\n{PlaceExcerpt.Rows.Replace("\n", "\r\n", StringComparison.Ordinal)}";

        var file = PlaceExcerpt.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Empty(file.BadRows);
        Assert.Equal("Juárez", file.Rows[0].Name);
    }

    [Fact]
    public void Quoted_cells_may_hold_commas_and_doubled_quotes()
    {
        var file = PlaceExcerpt.Read(Row("09015", "09", "015", "La \"\"Cuna\"\", Centro", ""));

        Assert.Equal(new PlaceRow(2, "09015", "La \"Cuna\", Centro", null), Assert.Single(file.Rows));
    }

    private static string Row(string code, string state, string municipality, string name, string population) =>
        $"\"{code}\",\"{state}\",\"X\",\"X\",\"{municipality}\",\"{name}\",\"0001\",X,\"{population}\",\"0\",\"0\",\"0\"";
}
