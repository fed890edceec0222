using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>What each seat answered to the invitation: for those who prepare the session.</summary>
public sealed class ListAnswers(HubDbContext db)
{
    public Task<Dictionary<Guid, Coming>> ExecuteAsync(Guid sessionId, CancellationToken ct) =>
        db.AttendanceAnswers.Where(a => a.SessionId == sessionId).ToDictionaryAsync(a => a.SeatId, a => a.Answer, ct);
}
