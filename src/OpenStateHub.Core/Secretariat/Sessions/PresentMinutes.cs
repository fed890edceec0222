namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Puts the text before the three sectors: it no longer changes, and waits for their signatures.</summary>
public sealed class PresentMinutes(ChangeMinutes change)
{
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, int seen, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, MinutesActs.Presented, minutes => Task.FromResult(minutes.Present(seen)), ct);
}
