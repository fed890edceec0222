using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The letters about sessions, with their calendar file, in the language of whoever caused them.</summary>
public sealed class SessionLetters(TenantContext tenant, HubAddresses addresses, SessionTimes times, IStringLocalizer<SessionWords> words)
{
    /// <summary>Calls somebody to a session, tells a change of it, or that it is called off: which of them, the call itself says.</summary>
    public Letter Of(SessionCall call, Invited invited)
    {
        var kind = call.IsCancelled ? "Cancelled" : call.Sequence > 0 ? "Changed" : "Called";
        var (calendar, page) = (EventOf(call), addresses.Whole(Languages.Keep("/gestion/mi-asiento")));
        return new Letter
        {
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Subject = words[$"Letter_Subject_{kind}", call.Title, Dates.Words(times.DayOf(call.StartsAt))],
            Paragraphs = [.. Paragraphs(call, invited, kind)],
            Action = call.IsCancelled ? new(words["Letter_Read"], calendar.Address) : new(words["Letter_Answer"], page),
            Closing = [words[$"Letter_Calendar_{kind}"]],
            Footer = words["Letter_Footer", invited.Organization, tenant.Current.Name],
            Attachments =
            [
                new("sesion.ics", $"{CalendarFile.MediaType}; method={CalendarFile.MethodOf(calendar)}",
                    CalendarFile.Invitation(calendar, call.Organizer, new(invited.Name, invited.Email))),
            ],
        };
    }

    private IEnumerable<string> Paragraphs(SessionCall call, Invited invited, string kind)
    {
        yield return words[$"Letter_{kind}", invited.Organization, call.Title];
        yield return words["Letter_When", times.When(call.StartsAt, call.EndsAt), tenant.Current.Name];

        if (call.CancellationReason is { } reason)
        {
            yield return words["Letter_Reason", reason];
            yield break;
        }

        if (call.Place is { } place)
        {
            yield return words["Letter_Place", place];
        }

        if (call.Link is { } link)
        {
            yield return words["Letter_Link", link];
        }

        if (call.IsShortNotice)
        {
            yield return words["Letter_ShortNotice"];
        }

        yield return words["Letter_Agenda", string.Join("; ", call.Agenda.Select((title, index) => $"{Numbers.Plain(index + 1)}. {title}"))];
    }

    private CalendarEvent EventOf(SessionCall call) => new(
        call.Id, call.Sequence, call.StartsAt, call.EndsAt, call.Title,
        string.Join('\n', call.Agenda.Select((title, index) => $"{Numbers.Plain(index + 1)}. {title}").Append(call.Link).OfType<string>()),
        call.Place ?? call.Link, addresses.Whole(Languages.Keep($"/sesiones/{call.Id}")), call.IsCancelled, call.WrittenAt);
}
