using System.Text;
using OpenStateHub.Core.Secretariat.Sessions;

namespace OpenStateHub.Core.Tests.Secretariat.Sessions;

public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 12, 16, 0, 0, TimeSpan.Zero);
    private static readonly CalendarFile.Party Organizer = new("Secretariado \"Local\"", "stl@durango.example");

    [Fact]
    public void Every_line_ends_in_CRLF_and_none_is_longer_than_75_octets()
    {
        var lines = Invitation(Event(title: new string('ñ', 120))).Split("\r\n");

        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.Contains($"SUMMARY:{new string('ñ', 120)}", Unfolded(Event(title: new string('ñ', 120))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_a_meaning_in_the_format_is_escaped()
    {
        var text = Unfolded(Event(title: "Plan; acta, \\ y más\nEND:VEVENT"));

        Assert.Contains("SUMMARY:Plan\\; acta\\, \\\\ y más\\nEND:VEVENT\r\n", text, StringComparison.Ordinal);
        Assert.Contains("ORGANIZER;CN=\"Secretariado  Local \":mailto:stl@durango.example\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_and_a_cancellation_keep_the_name_and_count_up()
    {
        var session = Event();

        Assert.Contains("METHOD:REQUEST\r\n", Unfolded(session), StringComparison.Ordinal);
        var cancelled = Unfolded(session with { Sequence = 2, IsCancelled = true });
        Assert.Contains("METHOD:CANCEL\r\n", cancelled, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2\r\n", cancelled, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", cancelled, StringComparison.Ordinal);
        Assert.All([Unfolded(session), cancelled], text => Assert.Contains($"UID:{session.SessionId}@sessions.openstatehub\r\n", text, StringComparison.Ordinal));
        Assert.Contains("DTSTART:20260312T160000Z\r\n", cancelled, StringComparison.Ordinal);
    }

    private static string Unfolded(CalendarEvent session) => Invitation(session).Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Invitation(CalendarEvent session) => CalendarFile.Invitation(session, Organizer, new("Ana", "ana@ejemplo.mx"));

    private static CalendarEvent Event(string title = "Primera sesión") =>
        new(Guid.CreateVersion7(), 0, Start, Start.AddHours(2), title, "1. Lista", "Sala", "https://durango.example/sesiones/1", false, Start);
}
