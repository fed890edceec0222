using Microsoft.AspNetCore.Identity;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;

namespace OpenStateHub.Core.Accounts;

/// <summary>Makes a link that sets a new password. It works once, for two hours.</summary>
public sealed class RequestReset(HubDbContext db, UserManager<Person> people, QueueMail mail)
{
    /// <param name="deliver">Gets the person's id and the token; answers the letter that carries them, or null where they are handed over in another way.</param>
    /// <returns>A refusal where nobody has the address: for operators. A page says the same for both, so that it tells nobody who has an account.</returns>
    public async Task<Refusal?> ExecuteAsync(string email, Func<Guid, string, Letter?> deliver, CancellationToken ct)
    {
        if (await people.FindByEmailAsync(email.Trim()) is not { Email: { } address } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        if (deliver(person.Id, await people.GeneratePasswordResetTokenAsync(person)) is { } letter)
        {
            mail.To(address, letter);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }
}
