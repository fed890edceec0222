using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Signs for a sector, by its seat. The third signature publishes the minutes with the head of the ledger, for ever.</summary>
public sealed class SignMinutes(HubDbContext db, ChangeMinutes change, FindActor actors, LockLedgerHead ledger, TimeProvider clock)
{
    /// <param name="sha256">The text that the person read.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, Guid personId, string sha256, CancellationToken ct) =>
        change.ExecuteAsync(sessionId, MinutesActs.SignedForSector, minutes => SignAsync(minutes, personId, sha256, ct), ct);

    private async Task<Refusal?> SignAsync(Minutes minutes, Guid personId, string sha256, CancellationToken ct)
    {
        if ((await actors.ExecuteAsync(personId, ct)).SeatId is not { } seatId)
        {
            return SessionRefusals.WithoutSeat;
        }

        var now = clock.GetUtcNow();
        var seat = await db.Seats.AsNoTracking().SingleAsync(s => s.Id == seatId, ct);

        if (minutes.Sign(seat, sha256, now) is { } refusal)
        {
            return refusal;
        }

        if (minutes.IsSignedByAll)
        {
            minutes.Publish(await ledger.ExecuteAsync(ct), now);
        }

        return null;
    }
}
