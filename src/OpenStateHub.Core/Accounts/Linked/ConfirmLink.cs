using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>One side of a link: each place writes its own, and only by somebody who is signed in there and knows their password.</summary>
public sealed class ConfirmLink(HubDbContext db, Passes passes, UserManager<Person> people, TimeProvider clock)
{
    /// <returns>The pass by which the other side is asked to do the same; null where it did already.</returns>
    public async Task<(Refusal? Refusal, Pass? From, string? Answer)> ExecuteAsync(Person person, string? text, string? password, CancellationToken ct)
    {
        if (passes.Read(text, PassKind.Ask, PassKind.Answer) is not { } pass || (pass.ToPerson is { } meant && meant != person.Id))
        {
            return (AccountRefusals.PassSpent, null, null);
        }

        if (await people.IsLockedOutAsync(person) || !await people.CheckPasswordAsync(person, password ?? ""))
        {
            await people.AccessFailedAsync(person);
            return (AccountRefusals.PasswordOfThisPlace, pass, null);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
             insert into linked_accounts (id, user_id, other_place_id, other_user_id, linked_at)
             values ({Guid.CreateVersion7()}, {person.Id}, {pass.FromPlace}, {pass.FromPerson}, {clock.GetUtcNow()})
             on conflict on constraint linked_once do nothing
             """,
            ct);
        return (null, pass, pass.Kind is PassKind.Ask
            ? passes.Write(PassKind.Answer, person, new TenantId(pass.FromPlace), pass.FromPerson, secondFactor: false)
            : null);
    }
}
