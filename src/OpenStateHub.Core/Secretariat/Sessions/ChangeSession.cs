using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>
/// Locks a session, takes one step and saves it with what follows from it: the entry in the ledger where the session is public, and the letters to
/// those who were invited. Refused, it leaves everything as it was.
/// </summary>
public sealed class ChangeSession(HubDbContext db, PublicChange change, TellInvited tell, TenantContext tenant, TimeProvider clock)
{
    /// <param name="act">What the history calls it.</param>
    /// <param name="letter">Told to everybody who is invited, where it changes an invitation; null: nobody is told.</param>
    /// <param name="step">What is done to the session, which comes locked.</param>
    public async Task<Refusal?> ExecuteAsync(
        Guid sessionId, string act, SessionLetter? letter, Func<Session, Task<Refusal?>> step, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;

        if (await db.LockSessionAsync(sessionId, ct) is not { } session)
        {
            return SessionRefusals.Unknown;
        }

        if (await step(session) is { } refusal)
        {
            return refusal;
        }

        if (session.IsPublic)
        {
            if (letter is not null)
            {
                await tell.ExecuteAsync(session, letter, ct);
            }

            await change.ExecuteAsync(new PublicAct(act, SessionSubjects.Session(session.Id), tenant.Current.Today(clock)), ct);
        }
        else
        {
            await db.SaveChangesAsync(ct);
        }

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return null;
    }
}
