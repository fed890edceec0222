using Microsoft.AspNetCore.Identity;
using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Core.Archives;

/// <summary>Who sits before the command line, by their own password: two operators must be two people. In the national scope.</summary>
public sealed class KnowOperator(UserManager<Person> people, ListGrants grants)
{
    /// <exception cref="ArchiveException">The same sentence for a wrong address and a wrong password.</exception>
    public async Task<Guid> ExecuteAsync(string email, string password, CancellationToken ct)
    {
        var person = await people.FindByEmailAsync(email.Trim());

        if (person is null || await people.IsLockedOutAsync(person) || !await people.CheckPasswordAsync(person, password))
        {
            if (person is not null)
            {
                await people.AccessFailedAsync(person);
            }

            throw new ArchiveException("This is not the address and password of anybody at the national tenant, or there were too many wrong ones.");
        }

        await people.ResetAccessFailedCountAsync(person);
        return (await grants.ExecuteAsync(person.Id, ct)).Any(grant => grant.Role.May(Right.SuspendPlaces))
            ? person.Id
            : throw new ArchiveException("Only a platform operator may have a place deleted.");
    }
}
