namespace OpenStateHub.Core.Secretariat.Sessions;

public sealed class CorrectMinutes(ChangeMinutes change)
{
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, string text, int seen, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, null, minutes => Task.FromResult(minutes.Correct(text, seen)), ct);
}
