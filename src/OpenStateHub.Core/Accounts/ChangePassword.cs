using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace OpenStateHub.Core.Accounts;

/// <summary>Sets another password. Every other session of the person ends, because the stamp in their cookies is stale.</summary>
public sealed class ChangePassword(UserManager<Person> people)
{
    public async Task<Refusal?> ExecuteAsync(Guid personId, string current, string password)
    {
        var person = await people.FindByIdAsync(personId.ToString("D", CultureInfo.InvariantCulture))
            ?? throw new InvalidOperationException("Whoever is signed in has an account.");
        return Passwords.RefusalOf(await people.ChangePasswordAsync(person, current, password));
    }
}
