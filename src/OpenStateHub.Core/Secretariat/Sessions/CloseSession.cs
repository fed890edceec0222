using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Closes a session; without quorum at the roll-call it stays on record as one that had none.</summary>
public sealed class CloseSession(HubDbContext db, ChangeSession change, TimeProvider clock)
{
    public Task<Refusal?> ExecuteAsync(Guid sessionId, CancellationToken ct) =>
        change.ExecuteAsync(
            sessionId, SessionActs.Closed, null, async session => session.Close(await db.PresentSectorsAsync(session.Id, ct), clock.GetUtcNow()), ct);
}
