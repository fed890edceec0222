using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Mine;

/// <summary>
/// Somebody takes their account away. Whoever did nothing here is deleted; of whoever acted for an office, the acts stay with the office, and the
/// name and the address go (domain.md, section 11).
/// </summary>
public sealed class LeavePlace(HubDbContext db, UserManager<Person> people, ListMyRows mine, TenantContext tenant, TimeProvider clock)
{
    public enum Outcome
    {
        Deleted,
        Dissociated,
    }

    /// <param name="nameInstead">What stands for the name from now on.</param>
    public async Task<(Refusal? Refusal, Outcome Outcome)> ExecuteAsync(Person person, string? password, string nameInstead, CancellationToken ct)
    {
        if (await people.IsLockedOutAsync(person) || !await people.CheckPasswordAsync(person, password ?? ""))
        {
            await people.AccessFailedAsync(person);
            return (AccountRefusals.PasswordOfThisPlace, default);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Locked in the order in which a role is ended, so that two administrators who leave at once are not the last two.
        var administrators = await db.RoleGrants
            .FromSql($"select * from role_grants where role = 'Administrator' and ended_at is null order by id for update").AsNoTracking().ToListAsync(ct);
        var today = tenant.Current.Today(clock);
        var held = administrators.FindAll(grant => grant.IsHeldOn(today));

        if (held.Exists(grant => grant.UserId == person.Id) && held.TrueForAll(grant => grant.UserId == person.Id))
        {
            return (AccountRefusals.LastAdministrator, default);
        }

        // From here on no key to the account can be added: what is looked at below stays true.
        await db.Users.FromSql($"select * from users where id = {person.Id} for update").AsNoTracking().SingleAsync(ct);
        var acted = (await mine.ExecuteAsync(person, ct)).Exists(row => row.IsAct);
        var outcome = acted ? Outcome.Dissociated : Outcome.Deleted;
        var address = person.NormalizedEmail!;
        await db.FormDrafts.Where(draft => draft.UserId == person.Id).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync($"delete from invitations where upper(email) = {address}", ct);
        await db.Database.ExecuteSqlAsync($"delete from mail_queue where upper(recipient) = {address}", ct);

        if (acted)
        {
            await DissociateAsync(person, nameInstead, ct);
        }
        else
        {
            await db.RoleGrants.Where(grant => grant.UserId == person.Id).ExecuteDeleteAsync(ct);
            await db.Users.Where(p => p.Id == person.Id).ExecuteDeleteAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return (null, outcome);
    }

    private async Task DissociateAsync(Person person, string nameInstead, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.RoleGrants.Where(grant => grant.UserId == person.Id && grant.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(grant => grant.EndedAt, now), ct);
        await db.Authenticators.Where(one => one.UserId == person.Id).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(one => one.UserId == person.Id).ExecuteDeleteAsync(ct);
        await db.UserPasskeys.Where(one => one.UserId == person.Id).ExecuteDeleteAsync(ct);
        await db.SignIns.Where(one => one.UserId == person.Id).ExecuteDeleteAsync(ct);
        await db.LinkedAccounts.Where(one => one.UserId == person.Id).ExecuteDeleteAsync(ct);
        person.Dissociate(nameInstead, now);
        await db.SaveChangesAsync(ct);
    }
}
