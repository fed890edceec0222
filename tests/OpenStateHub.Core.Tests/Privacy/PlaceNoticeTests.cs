using OpenStateHub.Core.Privacy;

namespace OpenStateHub.Core.Tests.Privacy;

public sealed class PlaceNoticeTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly PlaceNotice.Input Whole = new()
    {
        Responsible = "Instituto Chihuahuense de Transparencia", Address = "Av. Teófilo Borunda 2009", ShortText = "Para avisarle.", Purposes = "Avisos.",
        Transfers = "Ninguna.", ArcoOffice = "Unidad de Transparencia", ArcoEmail = "unidad@ejemplo.mx",
    };

    [Fact]
    public void Says_everything_that_it_lacks_at_once()
    {
        var (notice, refusals) = PlaceNotice.From(new PlaceNotice.Input { ArcoEmail = "nadie" }, 1, Today);

        Assert.Null(notice);
        Assert.Equal(["responsible", "address", "shortText", "purposes", "transfers", "arcoOffice", "arcoEmail"], refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public void Refuses_what_is_too_long_beside_its_field() =>
        Assert.Equal(["shortText"], PlaceNotice.From(Whole with { ShortText = new string('a', PlaceNotice.MaxShortText + 1) }, 1, Today).Refusals.Select(refusal => refusal.Field));

    [Fact]
    public void The_same_words_are_no_other_version()
    {
        var notice = PlaceNotice.From(Whole, 1, Today).Notice!;

        Assert.True(notice.Says(Whole with { Purposes = " Avisos. ", LegalBasis = " " }));
        Assert.False(notice.Says(Whole with { Purposes = "Otros." }));
    }
}
