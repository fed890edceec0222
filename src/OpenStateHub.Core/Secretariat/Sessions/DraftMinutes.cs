using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Begins the minutes of a closed session with a text made from what happened.</summary>
public sealed class DraftMinutes(HubDbContext db, PublicChange change, TenantContext tenant, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Guid sessionId, string text, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.LockSessionAsync(sessionId, ct) is not { } session)
        {
            return SessionRefusals.Unknown;
        }

        if (await db.Minutes.AnyAsync(m => m.SessionId == sessionId, ct))
        {
            return MinutesRefusals.AlreadyDrafted;
        }

        var (minutes, refusal) = Minutes.Drafted(session, text, clock.GetUtcNow());

        if (minutes is null)
        {
            return refusal;
        }

        db.Minutes.Add(minutes);
        await change.ExecuteAsync(new PublicAct(MinutesActs.Drafted, SessionSubjects.Minutes(sessionId), tenant.Current.Today(clock)), ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
