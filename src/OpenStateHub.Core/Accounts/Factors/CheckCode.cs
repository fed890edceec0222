using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>A code of the app, or one of the recovery codes. Each works once; wrong ones lock the account as wrong passwords do.</summary>
public sealed class CheckCode(HubDbContext db, UserManager<Person> people, AuthenticatorSecret secrets, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Person person, string? typed, CancellationToken ct)
    {
        if (await people.IsLockedOutAsync(person))
        {
            return AccountRefusals.CodeWrong;
        }

        if (!string.IsNullOrWhiteSpace(typed) && (await IsOfTheAppAsync(person.Id, typed, ct) || await IsRecoveryAsync(person.Id, typed, ct)))
        {
            await people.ResetAccessFailedCountAsync(person);
            return null;
        }

        await people.AccessFailedAsync(person);
        return AccountRefusals.CodeWrong;
    }

    private async Task<bool> IsOfTheAppAsync(Guid personId, string typed, CancellationToken ct)
    {
        if (await db.Authenticators.AsNoTracking().SingleOrDefaultAsync(a => a.UserId == personId, ct) is not { } app
            || secrets.Read(personId, app.Secret) is not { } secret
            || OneTimeCode.Match(secret, typed, clock.GetUtcNow(), app.LastStep) is not { } step)
        {
            return false;
        }

        // Of two who type the same code at once, one comes in.
        return await db.Authenticators.Where(a => a.UserId == personId && a.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step), ct) == 1;
    }

    private async Task<bool> IsRecoveryAsync(Guid personId, string typed, CancellationToken ct)
    {
        var hash = RecoveryCode.HashOf(personId, typed);
        return await db.RecoveryCodes.Where(code => code.UserId == personId && code.CodeHash == hash).ExecuteDeleteAsync(ct) == 1;
    }
}
