using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts;

/// <summary>Sets a new password by a link, which is spent by it: the link names the stamp that the new password replaces.</summary>
public sealed class ResetPassword(HubDbContext db, UserManager<Person> people)
{
    public async Task<Refusal?> ExecuteAsync(Guid personId, string token, string password, CancellationToken ct)
    {
        if (await people.FindByIdAsync(personId.ToString("D", CultureInfo.InvariantCulture)) is not { } person)
        {
            return AccountRefusals.ResetLinkSpent;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (Passwords.RefusalOf(await people.ResetPasswordAsync(person, token, password)) is { } refusal)
        {
            return refusal;
        }

        // Who holds the mailbox is not who was guessing.
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        await db.SignIns.Where(signIn => signIn.UserId == person.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
