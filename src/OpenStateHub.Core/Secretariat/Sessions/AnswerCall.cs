using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Says who comes for a seat; said again, it counts anew. For those who prepare the session: not public.</summary>
public sealed class AnswerCall(HubDbContext db, FindActor actors, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Guid sessionId, Guid personId, Coming answer, CancellationToken ct)
    {
        if ((await actors.ExecuteAsync(personId, ct)).SeatId is not { } seat)
        {
            return SessionRefusals.WithoutSeat;
        }

        // In one statement: the holder and the alternate of one seat may answer at the same moment, and a session may begin meanwhile.
        var written = await db.Database.ExecuteSqlAsync(
            $"""
             insert into attendance_answers (session_id, seat_id, answer, answered_at)
             select id, {seat}, {answer.ToString()}, {clock.GetUtcNow()} from sessions where id = {sessionId} and status = 'Called'
             on conflict (tenant_id, session_id, seat_id) do update set answer = excluded.answer, answered_at = excluded.answered_at
             """,
            ct);
        return written == 0 ? SessionRefusals.NotCalled : null;
    }
}
