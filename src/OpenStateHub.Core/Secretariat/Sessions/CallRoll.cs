using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Records who is there, seat by seat. Called again it corrects itself: somebody comes late, somebody was taken for another.</summary>
public sealed class CallRoll(HubDbContext db, ChangeSession change, TenantContext tenant, TimeProvider clock)
{
    /// <param name="found">The seats that are present, and by whom; every other one is absent.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, IReadOnlyDictionary<Guid, SeatCapacity> found, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, SessionActs.RollCalled, null, session => RecordAsync(session, found, ct), ct);

    private async Task<Refusal?> RecordAsync(Session session, IReadOnlyDictionary<Guid, SeatCapacity> found, CancellationToken ct)
    {
        if (session.Status is not SessionStatus.Open)
        {
            return SessionRefusals.NotOpen;
        }

        var day = DateOnly.FromDateTime(tenant.Current.LocalTime(session.StartsAt));
        var seats = await db.Seats.AsNoTracking().Where(seat => found.Keys.Contains(seat.Id)).ToListAsync(ct);

        if (seats.Count(seat => seat.IsHeldOn(day)) < found.Count)
        {
            return SessionRefusals.SeatNotHeld;
        }

        var before = await db.Attendances.Where(a => a.SessionId == session.Id).ToListAsync(ct);
        db.Attendances.RemoveRange(before.Where(a => !found.ContainsKey(a.SeatId)));

        foreach (var (seat, capacity) in found)
        {
            if (before.Find(a => a.SeatId == seat) is { } known)
            {
                known.Capacity = capacity;
            }
            else
            {
                db.Attendances.Add(new Attendance { SessionId = session.Id, SeatId = seat, Capacity = capacity, RecordedAt = clock.GetUtcNow() });
            }
        }

        return null;
    }
}
