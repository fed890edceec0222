using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The first text of a session's minutes, made from what happened: in Spanish, because that is what the sectors sign.</summary>
public sealed class MinutesText(
    ReadSessionOutcomes outcomes, SessionTimes times, TenantContext tenant, IStringLocalizer<SessionWords> words, IStringLocalizer<SharedWords> shared)
{
    public async Task<string> WriteAsync(SessionDetail session, CancellationToken ct)
    {
        var decided = await outcomes.ExecuteAsync(session.Id, ct);
        var reading = CultureInfo.CurrentUICulture;

        try
        {
            CultureInfo.CurrentUICulture = Languages.Spanish;
            return Write(session, decided);
        }
        finally
        {
            CultureInfo.CurrentUICulture = reading;
        }
    }

    private string Write(SessionDetail session, ReadSessionOutcomes.Found decided)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{words["Act_Title", session.Title]}**\n\n");
        Paragraph(text, words["Act_Opening", tenant.Current.Name, words[$"Act_Kind_{session.Kind}"], session.Number!, times.Day(session.StartsAt),
            times.Time(session.OpenedAt!.Value), session.Place ?? session.Link ?? ""]);
        Paragraph(text, words["Act_Called", times.Moment(session.CalledAt!.Value), session.NoticeDays!, session.NoticeDaysDue!]);
        Heading(text, words["Act_Attendance"]);

        foreach (var sector in Sectors.All)
        {
            Attendance(text, session, sector);
        }

        Paragraph(text, session.HasQuorum ? words["Act_Quorum"] : words["Act_NoQuorum", string.Join(", ", session.MissingSectors.Select(NameOf))]);
        Heading(text, words["Act_Agenda"]);
        Items(text, session.Agenda.Select(item => $"{Numbers.Plain(item.Position)}. {item.Title}"));

        if (session.HasQuorum)
        {
            Heading(text, words["Act_Proceedings"]);

            foreach (var item in session.Agenda)
            {
                Paragraph(text, $"{Numbers.Plain(item.Position)}. {item.Title}");
                decided.Decisions.Where(decision => decision.AgendaItemId == item.Id).ToList().ForEach(decision => Decision(text, decision));
            }

            decided.Decisions.Where(decision => decision.AgendaItemId is null).ToList().ForEach(decision => Decision(text, decision));
            Heading(text, words["Act_Agreements"]);
            Items(text, decided.Agreements.Count == 0 ? [words["Act_NoAgreements"].Value] : decided.Agreements.Select(Agreement));
        }

        Paragraph(text, words["Act_Closing", times.Time(session.ClosedAt!.Value), times.Day(session.ClosedAt!.Value)]);
        return text.ToString();
    }

    private void Attendance(StringBuilder text, SessionDetail session, Sector sector)
    {
        var seats = session.Seats.Where(seat => seat.Sector == sector).ToList();
        Paragraph(text, words["Act_Sector", NameOf(sector)]);
        Items(text, seats.Count == 0
            ? [$"- {words["Act_NoSeat"].Value}"]
            : seats.Select(seat => $"- {seat.Organization}: {PresenceOf(seat)}"));
    }

    private string PresenceOf(SeatAttendance seat)
    {
        var said = seat.Presence is { } presence ? words[$"Act_Presence_{presence}"] : words["Act_Absent"];
        return seat.Name is { } name ? $"{name}, {said.Value}" : said.Value;
    }

    private void Decision(StringBuilder text, ReadSessionOutcomes.DecisionRow decision) => Paragraph(text, words["Act_Decision",
        decision.Title, decision.Text, words[$"Act_Outcome_{decision.Outcome}"],
        string.Join("; ", decision.Votes.Select(vote => $"{NameOf(vote.Sector)}: {words[$"Act_Vote_{vote.Choice}"].Value}"))]);

    private string Agreement(ReadSessionOutcomes.AgreementRow agreement) =>
        $"- {words["Act_Agreement", agreement.Number, agreement.Text].Value}"
        + (agreement.Responsible is { } responsible ? " " + words["Act_Responsible", responsible].Value : "")
        + (agreement.DueOn is { } due ? " " + words["Act_DueOn", Dates.Words(due)].Value : "");

    private string NameOf(Sector sector) => shared[$"Sector_{sector}"];

    private static void Heading(StringBuilder text, string heading) => Paragraph(text, $"**{heading}**");

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");

    private static void Items(StringBuilder text, IEnumerable<string> lines) => text.AppendJoin('\n', lines).Append("\n\n");
}
