using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>
/// Lets in whoever brings a pass from an account that was linked here, where the place's administrator allowed it. Both sides of the link are
/// needed: the other place writes no pass without its own, and this one reads none without its own.
/// </summary>
public sealed class ComeOver(HubDbContext db, Passes passes, UserManager<Person> people, ListGrants grants, TimeProvider clock)
{
    /// <summary>Whom the pass would let in; it is not spent by asking.</summary>
    public async Task<(Refusal? Refusal, Person? Person, Pass? Pass)> FindAsync(string? text, CancellationToken ct)
    {
        if (passes.Read(text, PassKind.Hop) is not { ToPerson: { } personId } pass || await db.UsedPasses.AnyAsync(used => used.Id == pass.Id, ct))
        {
            return (AccountRefusals.PassSpent, null, null);
        }

        if (!await db.AccountRules.AnyAsync(rules => rules.AcceptsLinked, ct))
        {
            return (AccountRefusals.LinkedNotAccepted, null, null);
        }

        var from = new TenantId(pass.FromPlace);

        if (!await db.LinkedAccounts.AnyAsync(link => link.UserId == personId && link.OtherPlaceId == from && link.OtherUserId == pass.FromPerson, ct))
        {
            return (AccountRefusals.NotLinked, null, null);
        }

        var person = await people.FindByIdAsync(personId.ToString("D", CultureInfo.InvariantCulture));
        return person is null || await people.IsLockedOutAsync(person) || (await grants.ExecuteAsync(personId, ct)).Count == 0
            ? (AccountRefusals.NoRoleLeft, null, null)
            : (null, person, pass);
    }

    public async Task<(Refusal? Refusal, Person? Person, Pass? Pass)> ExecuteAsync(string? text, CancellationToken ct)
    {
        var found = await FindAsync(text, ct);

        // The key lets one of two through who bring the same pass at once.
        return found.Pass is { } pass
            && await db.Database.ExecuteSqlAsync($"insert into used_passes (id, used_at) values ({pass.Id}, {clock.GetUtcNow()}) on conflict do nothing", ct) == 0
                ? (AccountRefusals.PassSpent, null, null)
                : found;
    }
}
