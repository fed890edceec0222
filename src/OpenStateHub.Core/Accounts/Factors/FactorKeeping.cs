using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>What follows, in the same transaction, when a person has one factor more or less.</summary>
public sealed class FactorKeeping(HubDbContext db)
{
    /// <returns>New recovery codes, where the person had none.</returns>
    public async Task<IReadOnlyList<string>> AddedAsync(Guid personId, Guid signInId, CancellationToken ct)
    {
        await CountAsync(personId, ct);
        await db.SignIns.Where(s => s.Id == signInId && s.UserId == personId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecondFactor, true), ct);
        return await db.RecoveryCodes.AnyAsync(code => code.UserId == personId, ct) ? [] : await RenewCodesAsync(personId, ct);
    }

    /// <summary>Without any factor left, the codes are worth nothing and no session has proved more than a password.</summary>
    public async Task RemovedAsync(Guid personId, CancellationToken ct)
    {
        if (!await CountAsync(personId, ct))
        {
            await db.RecoveryCodes.Where(code => code.UserId == personId).ExecuteDeleteAsync(ct);
            await db.SignIns.Where(s => s.UserId == personId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecondFactor, false), ct);
        }
    }

    /// <summary>The codes of before work no more.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Guid personId, CancellationToken ct)
    {
        var codes = Enumerable.Range(0, RecoveryCode.InASet).Select(_ => RecoveryCode.New()).ToList();
        await db.RecoveryCodes.Where(code => code.UserId == personId).ExecuteDeleteAsync(ct);
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { UserId = personId, CodeHash = RecoveryCode.HashOf(personId, code) }));
        await db.SaveChangesAsync(ct);
        return codes;
    }

    /// <summary>Whether the person has a factor now, as the door asks it of the account.</summary>
    private async Task<bool> CountAsync(Guid personId, CancellationToken ct)
    {
        var has = await db.Authenticators.AnyAsync(a => a.UserId == personId, ct) || await db.UserPasskeys.AnyAsync(p => p.UserId == personId, ct);
        await db.Users.Where(person => person.Id == personId).ExecuteUpdateAsync(set => set.SetProperty(person => person.TwoFactorEnabled, has), ct);
        return has;
    }
}
