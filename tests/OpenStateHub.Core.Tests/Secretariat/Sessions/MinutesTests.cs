using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Secretariat.Sessions;

public sealed class MinutesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 18, 0, 0, TimeSpan.Zero);
    private static readonly LedgerHead Head = new() { TenantId = TenantId.New(), Sequence = 7, Hash = new string('a', 64) };

    [Fact]
    public void Refuses_minutes_of_a_session_that_has_not_closed()
    {
        var session = Session.Drafted(new SessionText(SessionKind.Ordinary, "Primera", Now, Now.AddHours(1), "Sala", null)).Session!;

        Assert.Equal(MinutesRefusals.SessionNotClosed, Minutes.Drafted(session, "Texto", Now).Refusal);
    }

    [Fact]
    public void The_hash_is_of_the_text_with_plain_line_ends() =>
        Assert.Equal(CanonicalText.Sha256Of("Acta\nUno"), Presented(" Acta\r\nUno \n").Sha256);

    [Fact]
    public void One_seat_signs_for_its_sector_and_a_second_is_refused()
    {
        var minutes = Presented();

        Assert.Null(Sign(minutes, Sector.Government));
        Assert.Equal(MinutesRefusals.SectorSigned, Sign(minutes, Sector.Government));
        Assert.False(minutes.IsSignedByAll);
    }

    [Fact]
    public void A_signature_is_of_the_text_that_was_read()
    {
        var minutes = Presented();

        Assert.Equal(MinutesRefusals.TextChanged, minutes.Sign(Seat(Sector.Government), CanonicalText.Sha256Of("otro"), Now));
    }

    [Fact]
    public void A_corrected_text_is_signed_anew()
    {
        var minutes = Presented();
        Sign(minutes, Sector.Government);
        Assert.Equal(MinutesRefusals.NotInDraft, minutes.Correct("Otro texto", minutes.Revision));
        Assert.Null(minutes.TakeBack());
        Assert.Null(minutes.Correct("Otro texto", minutes.Revision));
        Assert.Null(minutes.Present(minutes.Revision));

        Assert.Empty(minutes.Valid);
        Assert.Null(Sign(minutes, Sector.Government));
    }

    [Fact]
    public void Published_by_all_three_they_never_change()
    {
        var minutes = Presented();
        Assert.All(Sectors.All, sector => Assert.Null(Sign(minutes, sector)));
        minutes.Publish(Head, Now);

        Assert.Equal((MinutesStatus.Published, 7, Head.Hash), (minutes.Status, minutes.LedgerSequence, minutes.LedgerHash));
        Assert.Equal(MinutesRefusals.NotInDraft, minutes.Correct("Otro", minutes.Revision));
        Assert.Equal(MinutesRefusals.NotToBeSigned, minutes.TakeBack());
        Assert.Equal(MinutesRefusals.NotToBeSigned, Sign(minutes, Sector.Guarantor));
    }

    [Fact]
    public void Are_not_published_while_a_sector_has_not_signed()
    {
        var minutes = Presented();
        Sign(minutes, Sector.Government);

        Assert.Throws<InvalidOperationException>(() => minutes.Publish(Head, Now));
    }

    private static Minutes Presented(string text = "Acta")
    {
        var minutes = Minutes.Drafted(SessionTests.Closed(), text, Now).Minutes!;
        Assert.Null(minutes.Present(minutes.Revision));
        return minutes;
    }

    private static Refusal? Sign(Minutes minutes, Sector sector) => minutes.Sign(Seat(sector), minutes.Sha256!, Now);

    private static Seat Seat(Sector sector) => new() { Sector = sector, Organization = "IDAIP", OrganizationType = OrganizationType.PublicBody };
}
