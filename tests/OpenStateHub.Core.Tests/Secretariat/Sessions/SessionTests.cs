using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;

namespace OpenStateHub.Core.Tests.Secretariat.Sessions;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly SessionText InTenDays = Text(Now.AddDays(10));

    [Fact]
    public void Six_government_seats_in_favour_and_civil_society_absent_are_no_quorum()
    {
        List<Sector> present = [.. Enumerable.Repeat(Sector.Government, 6), Sector.Guarantor];

        Assert.False(Quorum.IsReached(present));
        Assert.Equal([Sector.CivilSociety], Quorum.Missing(present));
        Assert.True(Quorum.IsReached([.. present, Sector.CivilSociety]));
    }

    [Fact]
    public void A_call_gives_the_number_and_counts_the_days_of_notice_in_the_places_calendar()
    {
        var session = Called(Text(Now.AddDays(4).AddHours(20)));

        Assert.Equal((SessionStatus.Called, 3, 5, 5), (session.Status, session.Number, session.NoticeDays, session.NoticeDaysDue));
        Assert.False(session.IsShortNotice);
    }

    [Fact]
    public void Short_notice_is_allowed_and_recorded()
    {
        var session = Called(Text(Now.AddDays(1)));

        Assert.True(session.IsShortNotice);
        Assert.False(Called(Text(Now.AddDays(2), kind: SessionKind.Extraordinary)).IsShortNotice);
    }

    [Fact]
    public void A_new_day_gives_notice_anew_and_every_change_counts_the_invitation_up()
    {
        var session = Called(InTenDays);
        Assert.Null(session.Revise(Text(Now.AddDays(11)), At(Now.AddDays(9)), session.Revision));

        Assert.Equal((2, true, 1), (session.NoticeDays, session.IsShortNotice, session.Sequence));
        Assert.Null(session.SetAgenda([Point("Otro punto")], session.Revision));
        Assert.Null(session.Cancel("Por duelo", Now.AddDays(9)));
        Assert.Equal(3, session.Sequence);
    }

    [Fact]
    public void Refuses_a_call_without_place_agenda_or_future()
    {
        Assert.Equal(SessionRefusals.WithoutAgenda, Drafted(InTenDays).Call(1, At(Now)));
        Assert.Equal(SessionRefusals.WithoutPlace, WithAgenda(InTenDays with { Place = null }).Call(1, At(Now)));
        Assert.Equal(SessionRefusals.BeginsInThePast, WithAgenda(Text(Now)).Call(1, At(Now)));
        Assert.Equal(SessionRefusals.AlreadyCalled, Called(InTenDays).Call(2, At(Now)));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://a b")]
    [InlineData("sala 4")]
    public void Refuses_a_link_that_is_no_web_address(string link) =>
        Assert.Equal(SessionRefusals.LinkMalformed, (InTenDays with { Link = link }).Check());

    [Fact]
    public void Refuses_to_change_what_somebody_else_changed_meanwhile_or_what_has_begun()
    {
        var session = Called(InTenDays);

        Assert.Equal(SessionRefusals.ChangedMeanwhile, session.Revise(InTenDays, At(Now), session.Revision - 1));
        Assert.Null(session.Open(isItsDay: true, Now));
        Assert.Equal(SessionRefusals.NotChangeable, session.Revise(InTenDays, At(Now), session.Revision));
        Assert.Equal(SessionRefusals.NotChangeable, session.SetAgenda([], session.Revision));
        Assert.Equal(SessionRefusals.NotCalled, session.Cancel("Por duelo", Now));
    }

    [Fact]
    public void An_item_that_stays_keeps_its_id_and_takes_its_new_place()
    {
        var session = WithAgenda(InTenDays, "Uno", "Dos");
        var two = session.Agenda[1].Id;
        Assert.Null(session.SetAgenda([new AgendaPoint(two, "Dos, corregido", null, []), Point("Tres")], session.Revision));

        Assert.Equal([(1, "Dos, corregido"), (2, "Tres")], session.Agenda.OrderBy(item => item.Position).Select(item => (item.Position, item.Title)));
        Assert.Equal(two, session.Agenda.Single(item => item.Position == 1).Id);
    }

    [Fact]
    public void Refuses_a_cancellation_without_a_reason() =>
        Assert.Equal(SessionRefusals.CancellationWithoutReason, Called(InTenDays).Cancel(" \0 ", Now));

    [Fact]
    public void Opens_on_its_day_only_and_without_quorum_takes_no_vote_and_closes_as_such()
    {
        var session = Called(InTenDays);

        Assert.Equal(SessionRefusals.NotOnItsDay, session.Open(isItsDay: false, Now));
        Assert.Equal(SessionRefusals.NotOpen, session.CheckVote(Sectors.All));
        Assert.Null(session.Open(isItsDay: true, Now));
        Assert.Equal(SessionRefusals.WithoutQuorum, session.CheckVote([Sector.Government, Sector.Guarantor]));
        Assert.Null(session.CheckVote(Sectors.All));
        Assert.Null(session.Close([Sector.Government, Sector.Guarantor], Now));
        Assert.False(session.HadQuorum);
    }

    [Fact]
    public void Months_end_on_their_last_day() =>
        Assert.Equal(new DateOnly(2026, 2, 28), new SessionRules().DueAfter(new DateOnly(2025, 8, 31)));

    internal static Session Closed()
    {
        var session = Called(InTenDays);
        session.Open(isItsDay: true, Now);
        session.Close(Sectors.All, Now);
        return session;
    }

    private static Session Called(SessionText text)
    {
        var session = WithAgenda(text);
        Assert.Null(session.Call(3, At(Now)));
        return session;
    }

    private static Session WithAgenda(SessionText text, params string[] titles)
    {
        var session = Drafted(text);
        Assert.Null(session.SetAgenda([.. (titles is [] ? ["Lista de asistencia"] : titles).Select(Point)], session.Revision));
        return session;
    }

    private static Session Drafted(SessionText text) => Session.Drafted(text).Session!;

    private static AgendaPoint Point(string title) => new(null, title, null, []);

    private static SessionText Text(DateTimeOffset startsAt, SessionKind kind = SessionKind.Ordinary) =>
        new(kind, "Primera sesión ordinaria", startsAt, startsAt.AddHours(2), "Sala del Pleno", null);

    // A place where the day begins six hours after Greenwich's.
    private static Notice At(DateTimeOffset at) => new(at, new SessionRules(), moment => DateOnly.FromDateTime(moment.UtcDateTime.AddHours(-6)));
}
