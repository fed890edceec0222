using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>Makes ten other recovery codes: those of before work no more.</summary>
public sealed class RenewRecoveryCodes(HubDbContext db, FactorKeeping keeping)
{
    /// <returns>Nothing where the person has no factor that they would stand in for.</returns>
    public async Task<IReadOnlyList<string>> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (!await db.Users.AnyAsync(person => person.Id == personId && person.TwoFactorEnabled, ct))
        {
            return [];
        }

        var codes = await keeping.RenewCodesAsync(personId, ct);
        await transaction.CommitAsync(ct);
        return codes;
    }
}
