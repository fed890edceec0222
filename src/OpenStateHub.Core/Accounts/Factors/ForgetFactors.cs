using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>For operators, where somebody lost their telephone and their codes: at the next entry they set up another factor.</summary>
public sealed class ForgetFactors(HubDbContext db, UserManager<Person> people, FactorKeeping keeping)
{
    public async Task<Refusal?> ExecuteAsync(string email, CancellationToken ct)
    {
        if (await people.FindByEmailAsync(email.Trim()) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Authenticators.Where(a => a.UserId == person.Id).ExecuteDeleteAsync(ct);
        await db.UserPasskeys.Where(p => p.UserId == person.Id).ExecuteDeleteAsync(ct);
        await keeping.RemovedAsync(person.Id, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
