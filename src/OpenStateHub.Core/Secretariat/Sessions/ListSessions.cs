using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>The sessions of a place, the latest first.</summary>
public sealed class ListSessions(HubDbContext db)
{
    /// <param name="drafts">Those that nobody was called to yet, too: for whoever prepares them.</param>
    public Task<List<SessionRow>> ExecuteAsync(bool drafts, CancellationToken ct) =>
        db.Sessions
            .Where(s => drafts || s.Status != SessionStatus.Draft)
            .Select(s => new SessionRow
            {
                Id = s.Id,
                Number = s.Number,
                Kind = s.Kind,
                Title = s.Title,
                StartsAt = s.StartsAt,
                EndsAt = s.EndsAt,
                Place = s.Place,
                Link = s.Link,
                Status = s.Status,
                CalledAt = s.CalledAt,
                NoticeDays = s.NoticeDays,
                NoticeDaysDue = s.NoticeDaysDue,
                HadQuorum = s.HadQuorum,
                CancellationReason = s.CancellationReason,
                Sequence = s.Sequence,
                IsDemonstration = s.IsDemonstration,
                Minutes = db.Minutes.Where(m => m.SessionId == s.Id).Select(m => (MinutesStatus?)m.Status).SingleOrDefault(),
            })
            .OrderByDescending(row => row.StartsAt)
            .ThenBy(row => row.Id)
            .ToListAsync(ct);
}

public sealed record SessionRow
{
    public required Guid Id { get; init; }

    /// <summary>Null in a draft.</summary>
    public required int? Number { get; init; }

    public required SessionKind Kind { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string? Place { get; init; }
    public required string? Link { get; init; }
    public required SessionStatus Status { get; init; }
    public required DateTimeOffset? CalledAt { get; init; }
    public required int? NoticeDays { get; init; }
    public required int? NoticeDaysDue { get; init; }
    public required bool? HadQuorum { get; init; }
    public required string? CancellationReason { get; init; }
    public required int Sequence { get; init; }
    public required bool IsDemonstration { get; init; }

    /// <summary>How far its minutes are; null: nobody has begun them.</summary>
    public required MinutesStatus? Minutes { get; init; }

    public bool IsShortNotice => NoticeDays < NoticeDaysDue;

    /// <summary>Still to come, or going on.</summary>
    public bool IsAhead => Status is SessionStatus.Called or SessionStatus.Open;
}
