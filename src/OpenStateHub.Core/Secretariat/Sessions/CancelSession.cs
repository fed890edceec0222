namespace OpenStateHub.Core.Secretariat.Sessions;

public sealed class CancelSession(ChangeSession change, TimeProvider clock)
{
    /// <param name="reason">Public, and told to everybody who was invited.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, string? reason, SessionLetter letter, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, SessionActs.Cancelled, letter, session => Task.FromResult(session.Cancel(reason, clock.GetUtcNow())), ct);
}
