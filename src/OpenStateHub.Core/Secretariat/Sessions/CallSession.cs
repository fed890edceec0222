using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Calls the secretariat to a session: it gets its number and becomes public, and the invitations leave with it.</summary>
public sealed class CallSession(HubDbContext db, ChangeSession change, ReadNotice notice, LockLedgerHead only)
{
    /// <param name="letter">The invitation; null: nobody is told, as in the demonstration.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, SessionLetter? letter, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, SessionActs.Called, letter, session => CallAsync(session, ct), ct);

    private async Task<Refusal?> CallAsync(Session session, CancellationToken ct)
    {
        // Two calls at once take their numbers one after the other.
        await only.ExecuteAsync(ct);
        var last = await db.Sessions.MaxAsync(s => s.Number, ct) ?? 0;
        return session.Call(last + 1, await notice.ExecuteAsync(ct));
    }
}
