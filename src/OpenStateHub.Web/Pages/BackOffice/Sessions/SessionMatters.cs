using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>What of the sessions needs you now: as who prepares them, and as a seat.</summary>
public sealed class SessionMatters(
    ListSessionMatters prepared, ListMySessions mine, CurrentPerson me, SessionTimes times, IStringLocalizer<SessionWords> words) : IMatters
{
    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct) =>
    [
        .. await me.MayAsync(Right.AnswerCalls, ct) ? OfSeat(await mine.ExecuteAsync(me.Id, ct)) : [],
        .. await me.MayAsync(Right.HoldSessions, ct) ? OfOffice(await prepared.ExecuteAsync(ct)) : [],
    ];

    private IEnumerable<Waiting> OfSeat(ListMySessions.Found found) =>
    [
        .. found.Sessions.Where(session => session.Status is SessionStatus.Open)
            .Select(session => new Waiting("going", "circle-half", session.Title, words["Matter_IsOpen"], $"/sesiones/{session.Id}/en-vivo")),
        .. found.Sessions.Where(session => session.Status is SessionStatus.Called && session.Answer is null)
            .Select(session => new Waiting("going", "hourglass-split", session.Title, words["Matter_Answer", times.Day(session.StartsAt)], "/gestion/mi-asiento")),
        .. found.ToSign.Select(minutes => new Waiting(
            "going", "hourglass-split", minutes.Title, words["Matter_Sign"], $"/gestion/mi-asiento/acta/{minutes.SessionId}")),
    ];

    private IEnumerable<Waiting> OfOffice(ListSessionMatters.Found found)
    {
        if (found.Missing is { } missing)
        {
            yield return new Waiting(
                "late", "exclamation-triangle-fill", words["Matter_Missing"],
                missing.IsFirst
                    ? words["Matter_MissingFirst", Dates.Words(missing.Since), missing.Months]
                    : words["Matter_MissingSince", Dates.Words(missing.Since), missing.Months],
                "/gestion/sesiones");
        }

        foreach (var session in found.Sessions)
        {
            var page = session.WaitsFor is SessionStep.DraftMinutes or SessionStep.PresentMinutes ? "/acta" : session.WaitsFor is SessionStep.Close ? "/lista" : "";
            yield return new Waiting(
                "going", "hourglass-split", session.Title, words[$"Matter_Step_{session.WaitsFor}", Dates.Words(session.Day)], $"/gestion/sesiones/{session.Id}{page}");
        }
    }
}
