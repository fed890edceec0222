using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>Writes the pass by which somebody goes over to an account that they linked: for one minute, for one use.</summary>
public sealed class GoOver(HubDbContext db, Passes passes, ListGrants grants)
{
    /// <param name="secondFactor">Whether this sign-in proved more than a password.</param>
    /// <returns>Null where there is no such link, or nothing is left that the person is here.</returns>
    public async Task<(Tenant Place, string Pass)?> ExecuteAsync(Person person, Guid linkId, bool secondFactor, CancellationToken ct)
    {
        var found = await db.LinkedAccounts
            .Where(link => link.UserId == person.Id && link.Id == linkId)
            .Join(db.Tenants, link => link.OtherPlaceId, place => place.Id, (link, place) => new { link.OtherUserId, Place = place })
            .SingleOrDefaultAsync(ct);

        return found is null || (await grants.ExecuteAsync(person.Id, ct)).Count == 0
            ? null
            : (found.Place, passes.Write(PassKind.Hop, person, found.Place.Id, found.OtherUserId, secondFactor));
    }
}
