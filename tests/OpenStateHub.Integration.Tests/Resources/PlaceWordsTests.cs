using System.Xml.Linq;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Integration.Tests.Resources;

/// <summary>What stands in brackets in a Spanish text bends around what the place says instead.</summary>
public sealed class PlaceWordsTests
{
    private static readonly Wording Said = Of(new() { Secretariat = "la Mesa {0} Tripartita", WorkingTable = "el grupo", WorkingTables = "los grupos" });

    [Theory]
    [InlineData("Ver [el secretariado]", "Ver la Mesa {0} Tripartita")]
    [InlineData("[El secretariado] decide", "La Mesa {0} Tripartita decide")]
    [InlineData("Integrante [del secretariado]", "Integrante de la Mesa {0} Tripartita")]
    [InlineData("[Secretariado]", "Mesa {0} Tripartita")]
    [InlineData("[Mesa] de origen", "Grupo de origen")]
    [InlineData("lo que pidieron [las mesas]", "lo que pidieron los grupos")]
    [InlineData("el avance [de la mesa]", "el avance del grupo")]
    [InlineData("su sector: [gobierno]", "su sector: [gobierno]")]
    public void A_sentence_says_the_places_own_term(string written, string read)
    {
        Assert.Equal(read, PlaceTerms.Token().Replace(written, token => PlaceTerms.Said(token, Said, isFormat: false)));
        Assert.Equal(read, string.Format(null, PlaceTerms.Token().Replace(written, token => PlaceTerms.Said(token, Said, isFormat: true)), "argumento"));
    }

    [Fact]
    public void Where_a_place_says_nothing_the_brackets_only_fall_away() =>
        Assert.Equal("Las mesas y el secretariado", PlaceTerms.Token().Replace("[Las mesas] y [el secretariado]", token => PlaceTerms.Said(token, null, isFormat: false)));

    [Fact]
    public void English_keeps_its_own_words() => Assert.All(
        Directory.GetFiles(Repository.PathOf("src", "OpenStateHub.Web", "Resources"), "*.en.resx").SelectMany(file => XDocument.Load(file).Root!.Elements("data")),
        data => Assert.DoesNotMatch(PlaceTerms.Token(), data.Element("value")!.Value));

    private static Wording Of(Wording.Input input)
    {
        var wording = new Wording();
        Assert.Null(wording.Change(input));
        return wording;
    }
}
