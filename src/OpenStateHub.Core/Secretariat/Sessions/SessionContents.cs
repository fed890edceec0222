using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>How the ledger names sessions and their minutes, which stand under the session's id.</summary>
public static class SessionSubjects
{
    public const string SessionKind = "session";
    public const string MinutesKind = "minutes";

    public static Subject Session(Guid id) => new(SessionKind, id);

    public static Subject Minutes(Guid sessionId) => new(MinutesKind, sessionId);
}

/// <summary>What happens to a session in public, as the ledger says it.</summary>
public static class SessionActs
{
    public const string Called = "session.called";
    public const string Changed = "session.changed";
    public const string AgendaChanged = "session.agenda-changed";
    public const string Cancelled = "session.cancelled";
    public const string Opened = "session.opened";
    public const string RollCalled = "session.roll-called";
    public const string Closed = "session.closed";
}

public static class MinutesActs
{
    public const string Drafted = "minutes.drafted";
    public const string Presented = "minutes.presented";
    public const string TakenBack = "minutes.taken-back";
    public const string SignedForSector = "minutes.signed";
    public const string Published = "minutes.published";
}

/// <summary>A session from its call on: what was called, who came, how it ended.</summary>
internal sealed class SessionContents(HubDbContext db) : ISubjectContents
{
    public string Kind => SessionSubjects.SessionKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var sessions = await db.Sessions.AsNoTracking()
            .Include(s => s.Agenda).ThenInclude(i => i.Documents)
            .Where(s => s.Status != SessionStatus.Draft && (ids == null || ids.Contains(s.Id)))
            .AsSplitQuery()
            .ToListAsync(ct);
        var present = (await db.Attendances.AsNoTracking().Where(a => ids == null || ids.Contains(a.SessionId)).ToListAsync(ct)).ToLookup(a => a.SessionId);
        return sessions.ConvertAll(session => new SubjectContent(
            SessionSubjects.Session(session.Id), session.Title, text => Write(text, session, present[session.Id])) { IsDemonstration = session.IsDemonstration });
    }

    private static void Write(CanonicalText text, Session session, IEnumerable<Attendance> present)
    {
        text.Field("number", session.Number)
            .Field("kind", session.Kind)
            .Words("title", session.Title)
            .Field("starts at", Instant(session.StartsAt))
            .Field("ends at", Instant(session.EndsAt))
            .Words("place", session.Place)
            .Words("link", session.Link)
            .Field("status", session.Status)
            .Field("called at", Instant(session.CalledAt))
            .Field("notice days", session.NoticeDays)
            .Field("notice days due", session.NoticeDaysDue)
            .Field("opened at", Instant(session.OpenedAt))
            .Field("closed at", Instant(session.ClosedAt))
            .Field("had quorum", session.HadQuorum is { } had ? had ? "true" : "false" : null)
            .Words("cancellation reason", session.CancellationReason)
            .Field("demonstration", session.IsDemonstration);

        foreach (var item in session.Agenda.OrderBy(item => item.Position))
        {
            text.Part("agenda item")
                .Words("title", item.Title)
                .Words("text", item.Text)
                .List("documents", item.Documents.Select(document => document.DocumentId.ToString()).Order(StringComparer.Ordinal));
        }

        text.List("present", present.Select(a => $"{a.SeatId} {a.Capacity}").Order(StringComparer.Ordinal));
    }

    internal static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The minutes of a session: how far they are, and from the publication on their text.</summary>
internal sealed class MinutesContents(HubDbContext db) : ISubjectContents
{
    public string Kind => SessionSubjects.MinutesKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var found = await (
            from minutes in db.Minutes.AsNoTracking().Include(m => m.Signatures)
            join session in db.Sessions on minutes.SessionId equals session.Id
            where ids == null || ids.Contains(minutes.SessionId)
            select new { Minutes = minutes, session.Title, session.IsDemonstration }).ToListAsync(ct);
        return found.ConvertAll(f => new SubjectContent(SessionSubjects.Minutes(f.Minutes.SessionId), f.Title, text => Write(text, f.Minutes))
        {
            IsDemonstration = f.IsDemonstration,
        });
    }

    private static void Write(CanonicalText text, Minutes minutes)
    {
        text.Field("status", minutes.Status)
            .Field("sha256", minutes.Sha256)
            .List("signatures", minutes.Valid.Select(s => $"{s.Sector} {s.SeatId} {SessionContents.Instant(s.SignedAt)}").Order(StringComparer.Ordinal))
            .Field("published at", SessionContents.Instant(minutes.PublishedAt))
            .Field("ledger sequence", minutes.LedgerSequence)
            .Field("ledger hash", minutes.LedgerHash)
            .Words("text", minutes.Status is MinutesStatus.Published ? minutes.Text : null);
    }
}
