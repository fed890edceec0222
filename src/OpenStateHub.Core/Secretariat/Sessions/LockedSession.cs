using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Steps of one session take turns: each sees what came before it.</summary>
internal static class LockedSession
{
    /// <summary>The session with its agenda, locked to the end of the transaction, which the caller has begun; null where there is none.</summary>
    public static async Task<Session?> LockSessionAsync(this HubDbContext db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from sessions where id = {id} for update", ct);
        return await db.Sessions.Include(s => s.Agenda).ThenInclude(i => i.Documents).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, ct);
    }

    /// <summary>The sector of each seat that the roll-call found.</summary>
    public static Task<List<Sector>> PresentSectorsAsync(this HubDbContext db, Guid sessionId, CancellationToken ct) =>
        (from attendance in db.Attendances
         join seat in db.Seats on attendance.SeatId equals seat.Id
         where attendance.SessionId == sessionId
         select seat.Sector).ToListAsync(ct);
}
