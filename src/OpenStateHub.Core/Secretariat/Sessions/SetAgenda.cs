using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Replaces a session's agenda; after the call everybody who is invited is told.</summary>
public sealed class SetAgenda(HubDbContext db, ChangeSession change)
{
    /// <param name="seen">The revision that the writer saw.</param>
    /// <param name="letter">Null: nobody is told, as in the demonstration.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, IReadOnlyList<AgendaPoint> points, int seen, SessionLetter? letter, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, SessionActs.AgendaChanged, letter, session => SetAsync(session, points, seen, ct), ct);

    private async Task<Refusal?> SetAsync(Session session, IReadOnlyList<AgendaPoint> points, int seen, CancellationToken ct)
    {
        var attached = session.Agenda.SelectMany(item => item.Documents).Select(document => document.DocumentId);
        List<Guid> added = [.. points.SelectMany(point => point.Documents).Except(attached)];
        var published = await db.Documents.CountAsync(document => added.Contains(document.Id) && document.WithdrawnOn == null, ct);
        return published < added.Count ? SessionRefusals.DocumentNotPublished : session.SetAgenda(points, seen);
    }
}
