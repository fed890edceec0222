using System.Globalization;
using System.Text;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>How a session stands in a calendar.</summary>
/// <param name="Sequence">Rises with each change, so that a calendar takes the newest (RFC 5545, section 3.8.7.4).</param>
/// <param name="Address">Of its public page.</param>
/// <param name="Stamp">When this was written.</param>
public sealed record CalendarEvent(
    Guid SessionId, int Sequence, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Title, string? Description, string? Place, string Address,
    bool IsCancelled, DateTimeOffset Stamp);

/// <summary>Sessions as iCalendar (RFC 5545), and as invitations that calendars update and cancel (RFC 5546).</summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar";
    private const int LongestLine = 75;

    /// <param name="Address">Of mail.</param>
    public sealed record Party(string Name, string Address);

    /// <summary>The letter's attachment: asks somebody to come, changes what was asked, or calls it off.</summary>
    public static string Invitation(CalendarEvent session, Party organizer, Party attendee) => Write(
        session.IsCancelled ? "CANCEL" : "REQUEST",
        null,
        [[
            .. Lines(session),
            $"ORGANIZER;CN={Parameter(organizer.Name)}:mailto:{organizer.Address}",
            $"ATTENDEE;CN={Parameter(attendee.Name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{attendee.Address}",
        ]]);

    /// <summary>What a calendar subscribes to.</summary>
    public static string Feed(string name, IEnumerable<CalendarEvent> sessions) => Write("PUBLISH", name, sessions.Select(Lines));

    public static string MethodOf(CalendarEvent session) => session.IsCancelled ? "CANCEL" : "REQUEST";

    private static string Write(string method, string? name, IEnumerable<IEnumerable<string>> events)
    {
        string?[] head =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OpenStateHub//Sessions//ES", "CALSCALE:GREGORIAN", $"METHOD:{method}",
            name is null ? null : $"X-WR-CALNAME:{Text(name)}",
            name is null ? null : "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        ];
        var lines = head.OfType<string>().Concat(events.SelectMany(lines => lines.Prepend("BEGIN:VEVENT").Append("END:VEVENT"))).Append("END:VCALENDAR");
        return string.Concat(lines.Select(Fold));
    }

    private static IEnumerable<string> Lines(CalendarEvent session)
    {
        // The same for ever, whatever the session and the place's host are called.
        yield return $"UID:{session.SessionId:D}@sessions.openstatehub";
        yield return $"SEQUENCE:{session.Sequence.ToString(CultureInfo.InvariantCulture)}";
        yield return $"DTSTAMP:{Instant(session.Stamp)}";
        yield return $"DTSTART:{Instant(session.StartsAt)}";
        yield return $"DTEND:{Instant(session.EndsAt)}";
        yield return $"SUMMARY:{Text(session.Title)}";

        if (session.Description is { } description)
        {
            yield return $"DESCRIPTION:{Text(description)}";
        }

        if (session.Place is { } place)
        {
            yield return $"LOCATION:{Text(place)}";
        }

        yield return $"URL:{session.Address}";
        yield return $"STATUS:{(session.IsCancelled ? "CANCELLED" : "CONFIRMED")}";
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string value)
    {
        var text = new StringBuilder();

        foreach (var sign in value.ReplaceLineEndings("\n"))
        {
            text.Append(sign switch
            {
                '\\' or ';' or ',' => $"\\{sign}",
                '\n' => "\\n",
                _ when char.IsControl(sign) => " ",
                _ => sign.ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>In quotes, which a name itself cannot hold.</summary>
    private static string Parameter(string value) => $"\"{string.Concat(value.Select(sign => char.IsControl(sign) || sign == '"' ? ' ' : sign))}\"";

    /// <summary>No line is longer than 75 octets; what follows a break begins with a blank. Never in the middle of a sign.</summary>
    private static string Fold(string line)
    {
        var (folded, octets) = (new StringBuilder(), 0);

        foreach (var sign in line.EnumerateRunes())
        {
            if (octets + sign.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(sign);
            octets += sign.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
