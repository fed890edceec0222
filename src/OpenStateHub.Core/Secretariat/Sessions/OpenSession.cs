using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Opens a session on its day, so that the roll is called. Votes wait for quorum.</summary>
public sealed class OpenSession(ChangeSession change, TenantContext tenant, TimeProvider clock)
{
    public Task<Refusal?> ExecuteAsync(Guid sessionId, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, SessionActs.Opened, null, session => Task.FromResult(session.Open(IsItsDay(session), clock.GetUtcNow())), ct);

    // Later too: a session whose opening nobody entered in time still tells what happened.
    private bool IsItsDay(Session session) =>
        DateOnly.FromDateTime(tenant.Current.LocalTime(session.StartsAt)) <= tenant.Current.Today(clock);
}
