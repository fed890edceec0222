using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Closes a session; without quorum at the roll-call it stays on record as one that had none. A vote that is being taken is closed first.</summary>
public sealed class CloseSession(HubDbContext db, ChangeSession change, TimeProvider clock)
{
    public Task<Refusal?> ExecuteAsync(Guid sessionId, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, SessionActs.Closed, null, session => CloseAsync(session, ct), ct);

    private async Task<Refusal?> CloseAsync(Session session, CancellationToken ct) =>
        await db.Decisions.AnyAsync(decision => decision.SessionId == session.Id && decision.Outcome == DecisionOutcome.Open, ct)
            ? SessionRefusals.VoteIsOpen
            : session.Close(await db.PresentSectorsAsync(session.Id, ct), clock.GetUtcNow());
}
