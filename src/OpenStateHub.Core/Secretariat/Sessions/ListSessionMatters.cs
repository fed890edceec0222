using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Sessions that wait for whoever prepares them: a day that has come, a roll, minutes to write or to present. Derived from the facts.</summary>
public sealed class ListSessionMatters(HubDbContext db, FindSessionDue due, TenantContext tenant, TimeProvider clock)
{
    public async Task<Found> ExecuteAsync(CancellationToken ct)
    {
        var rows = await db.Sessions
            .Where(s => s.Status != SessionStatus.Cancelled)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.Title,
                s.Status,
                s.StartsAt,
                Minutes = db.Minutes.Where(m => m.SessionId == s.Id).Select(m => (MinutesStatus?)m.Status).SingleOrDefault(),
            })
            .Where(s => s.Status != SessionStatus.Closed || s.Minutes == null || s.Minutes == MinutesStatus.Draft)
            .ToListAsync(ct);
        var today = tenant.Current.Today(clock);
        return new Found(
            [.. rows.Select(row => new Row(row.Id, row.Title, DayOf(row.StartsAt), WaitsFor(row.Status, DayOf(row.StartsAt) <= today, row.Minutes)))
                .Where(row => row.WaitsFor is not SessionStep.None)],
            await due.ExecuteAsync(ct) is { IsMissing: true } missing ? missing : null);
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(tenant.Current.LocalTime(at));

    private static SessionStep WaitsFor(SessionStatus status, bool hasCome, MinutesStatus? minutes) => (status, minutes) switch
    {
        (SessionStatus.Draft, _) => SessionStep.Call,
        (SessionStatus.Called, _) => hasCome ? SessionStep.Open : SessionStep.None,
        (SessionStatus.Open, _) => SessionStep.Close,
        (SessionStatus.Closed, null) => SessionStep.DraftMinutes,
        (SessionStatus.Closed, MinutesStatus.Draft) => SessionStep.PresentMinutes,
        _ => SessionStep.None,
    };

    /// <param name="Missing">Null where the place meets in time.</param>
    public sealed record Found(IReadOnlyList<Row> Sessions, FindSessionDue.Found? Missing);

    public sealed record Row(Guid Id, string Title, DateOnly Day, SessionStep WaitsFor);
}

/// <summary>What comes next in a session.</summary>
public enum SessionStep
{
    None,
    Call,
    Open,
    Close,
    DraftMinutes,
    PresentMinutes,
}
