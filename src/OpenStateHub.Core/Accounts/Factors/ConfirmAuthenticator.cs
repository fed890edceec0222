using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>Keeps the secret of an app once a code of it was typed: whoever scanned it wrongly is not locked out. Replaces the app of before.</summary>
public sealed class ConfirmAuthenticator(HubDbContext db, AuthenticatorSecret secrets, FactorKeeping keeping, TimeProvider clock)
{
    /// <param name="offered">The secret that was shown, as <see cref="AuthenticatorSecret"/> protected it for this person.</param>
    /// <returns>New recovery codes, where the person had none.</returns>
    public async Task<(Refusal? Refusal, IReadOnlyList<string> Codes)> ExecuteAsync(Guid personId, Guid signInId, string offered, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (secrets.Read(personId, offered) is not { Length: OneTimeCode.SecretBytes } secret || OneTimeCode.Match(secret, code, now, after: 0) is not { } step)
        {
            return (AccountRefusals.CodeWrong, []);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into authenticators (user_id, secret, last_step, confirmed_at) values ({personId}, {offered}, {step}, {now})
             on conflict (tenant_id, user_id) do update
             set secret = excluded.secret, last_step = excluded.last_step, confirmed_at = excluded.confirmed_at
             """,
            ct);
        var codes = await keeping.AddedAsync(personId, signInId, ct);
        await transaction.CommitAsync(ct);
        return (null, codes);
    }
}
