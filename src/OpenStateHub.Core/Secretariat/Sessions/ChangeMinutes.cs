using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Steps of the minutes of one session take turns.</summary>
public sealed class ChangeMinutes(HubDbContext db, PublicChange change, TenantContext tenant, TimeProvider clock)
{
    /// <param name="act">What the history calls it; null: a draft changes, of which nothing is public.</param>
    /// <param name="step">What is done to the minutes, which come locked.</param>
    public async Task<Refusal?> ExecuteAsync(Guid sessionId, string? act, Func<Minutes, Task<Refusal?>> step, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from minutes where session_id = {sessionId} for update", ct);

        if (await db.Minutes.Include(m => m.Signatures).SingleOrDefaultAsync(m => m.SessionId == sessionId, ct) is not { } minutes)
        {
            return SessionRefusals.Unknown;
        }

        if (await step(minutes) is { } refusal)
        {
            return refusal;
        }

        if (act is null)
        {
            await db.SaveChangesAsync(ct);
        }
        else
        {
            var subject = SessionSubjects.Minutes(sessionId);
            var published = minutes.Status is MinutesStatus.Published;
            await change.ExecuteAsync(new PublicAct(act, subject, tenant.Current.Today(clock)) { Parts = published ? [(MinutesActs.Published, subject)] : [] }, ct);
        }

        await transaction.CommitAsync(ct);
        return null;
    }
}
