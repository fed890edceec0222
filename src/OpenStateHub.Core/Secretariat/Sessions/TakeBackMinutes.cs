namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Takes the text back so that it can be corrected; it is signed anew.</summary>
public sealed class TakeBackMinutes(ChangeMinutes change)
{
    public Task<Refusal?> ExecuteAsync(Guid sessionId, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, MinutesActs.TakenBack, minutes => Task.FromResult(minutes.TakeBack()), ct);
}
