using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>Takes the app or one passkey away.</summary>
public sealed class RemoveFactor(HubDbContext db, FactorKeeping keeping)
{
    /// <param name="passkey">The hexadecimal id of the passkey; null: the app.</param>
    /// <param name="mustKeepOne">A role that the person holds demands a second factor.</param>
    public async Task<Refusal?> ExecuteAsync(Guid personId, string? passkey, bool mustKeepOne, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Locked, so that of two factors removed at once one stays.
        await db.Users.FromSql($"select * from users where id = {personId} for update").AsNoTracking().SingleAsync(ct);
        var removed = passkey is null
            ? await db.Authenticators.Where(a => a.UserId == personId).ExecuteDeleteAsync(ct)
            : await RemovePasskeyAsync(personId, passkey, ct);
        var isLast = !await db.Authenticators.AnyAsync(a => a.UserId == personId, ct) && !await db.UserPasskeys.AnyAsync(p => p.UserId == personId, ct);

        if (removed == 0 || (mustKeepOne && isLast))
        {
            return removed == 0 ? AccountRefusals.FactorGone : AccountRefusals.LastFactor;
        }

        await keeping.RemovedAsync(personId, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<int> RemovePasskeyAsync(Guid personId, string passkey, CancellationToken ct)
    {
        if (passkey.Length % 2 != 0 || !passkey.All(char.IsAsciiHexDigit))
        {
            return 0;
        }

        var id = Convert.FromHexString(passkey);
        return await db.UserPasskeys.Where(p => p.UserId == personId && p.CredentialId == id).ExecuteDeleteAsync(ct);
    }
}
