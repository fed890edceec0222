using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>What waits for a person's seat: sessions that it was called to, and minutes that its sector has not signed.</summary>
public sealed class ListMySessions(HubDbContext db, FindActor actors)
{
    public async Task<Found> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        if (await actors.ExecuteAsync(personId, ct) is not { SeatId: { } seat, Sector: { } sector } actor)
        {
            return new Found(null, null, [], []);
        }

        var sessions = await db.Sessions
            .Where(s => s.Status == SessionStatus.Called || s.Status == SessionStatus.Open)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
            .Select(s => new CalledRow(
                s.Id, s.Title, s.Kind, s.StartsAt, s.EndsAt, s.Place, s.Link, s.Status,
                db.AttendanceAnswers.Where(a => a.SessionId == s.Id && a.SeatId == seat).Select(a => (Coming?)a.Answer).SingleOrDefault()))
            .ToListAsync(ct);
        var toSign = await (
            from minutes in db.Minutes
            join session in db.Sessions on minutes.SessionId equals session.Id
            where minutes.Status == MinutesStatus.Signing && !minutes.Signatures.Any(s => s.Sha256 == minutes.Sha256 && s.Sector == sector)
            orderby session.StartsAt
            select new ToSignRow(session.Id, session.Title, session.StartsAt)).ToListAsync(ct);
        return new Found(actor.Office, sector, sessions, toSign);
    }

    /// <param name="Organization">Null: the person has no seat that is held today.</param>
    public sealed record Found(string? Organization, Sector? Sector, IReadOnlyList<CalledRow> Sessions, IReadOnlyList<ToSignRow> ToSign);

    /// <param name="Answer">Who comes for the seat; null: nobody has said.</param>
    public sealed record CalledRow(
        Guid Id, string Title, SessionKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Place, string? Link, SessionStatus Status, Coming? Answer);

    public sealed record ToSignRow(Guid SessionId, string Title, DateTimeOffset StartsAt);
}
