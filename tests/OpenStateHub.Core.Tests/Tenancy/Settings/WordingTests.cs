using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Core.Tests.Tenancy.Settings;

public sealed class WordingTests
{
    [Theory]
    [InlineData("el Secretariado Técnico Local", "del Secretariado Técnico Local", "al Secretariado Técnico Local")]
    [InlineData("La  Mesa de Diálogo ", "de la Mesa de Diálogo", "a la Mesa de Diálogo")]
    [InlineData("los grupos de trabajo", "de los grupos de trabajo", "a los grupos de trabajo")]
    public void A_term_bends_with_its_article(string typed, string of, string to)
    {
        var term = Term.From(typed)!.Value;

        Assert.Equal((of, to), (term.Of, term.To));
        Assert.Equal(term, Term.From(term.ToString()));
    }

    [Theory]
    [InlineData("Secretariado Técnico Local")]
    [InlineData("el")]
    [InlineData("elSecretariado")]
    [InlineData(" ")]
    public void Without_an_article_it_is_no_term(string typed) => Assert.Null(Term.From(typed));

    [Fact]
    public void Each_text_has_its_length_and_its_field()
    {
        (string Field, int Longest, Func<string, Wording.Input> With)[] fields =
        [
            ("secretariat", Term.MaxLength, text => new() { Secretariat = text }),
            ("workingTable", Term.MaxLength, text => new() { WorkingTable = text }),
            ("workingTables", Term.MaxLength, text => new() { WorkingTables = text }),
            ("contactOffice", Wording.MaxOfficeLength, text => new() { ContactOffice = text }),
            ("contactEmail", Wording.MaxEmailLength, text => new() { ContactEmail = text }),
            ("contactPhone", Wording.MaxPhoneLength, text => new() { ContactPhone = text }),
            ("contactAddress", Wording.MaxAddressLength, text => new() { ContactAddress = text }),
        ];

        Assert.All(fields, field => Assert.Equal(
            SettingsRefusals.TooLong(field.Field, field.Longest), new Wording().Change(field.With("el " + new string('x', field.Longest - 2)))));
    }

    [Fact]
    public void What_is_said_must_be_whole()
    {
        var wording = new Wording();

        Assert.Equal(SettingsRefusals.TermWithoutArticle("secretariat"), wording.Change(new() { Secretariat = "Secretariado" }));
        Assert.Equal(SettingsRefusals.TermWithoutItsPair("workingTables"), wording.Change(new() { WorkingTable = "la mesa" }));
        Assert.Equal(SettingsRefusals.EmailMalformed, wording.Change(new() { ContactEmail = "Ana <ana@ejemplo.mx>" }));
        Assert.Equal(0, wording.Revision);
        Assert.Null(wording.Change(new() { Secretariat = " ", ContactPhone = " 618 000 0000 " }));
        Assert.Equal((null, "618 000 0000", 1), (wording.Secretariat, wording.ContactPhone, wording.Revision));
    }
}
