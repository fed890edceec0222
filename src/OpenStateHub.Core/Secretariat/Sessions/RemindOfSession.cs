using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Tells the administrators, once for each due day, that the secretariat has not met for as long as its rules allow.</summary>
public sealed class RemindOfSession(HubDbContext db, FindSessionDue find, QueueMail mail, TenantContext tenant, TimeProvider clock)
{
    public async Task ExecuteAsync(Func<FindSessionDue.Found, Letter> letter, CancellationToken ct)
    {
        if (await find.ExecuteAsync(ct) is not { IsMissing: true } due || await db.SessionReminders.AnyAsync(r => r.DueOn == due.DueOn, ct))
        {
            return;
        }

        var today = tenant.Current.Today(clock);
        var administrators = await (
            from grant in db.RoleGrants.AsNoTracking()
            join person in db.Users on grant.UserId equals person.Id
            where grant.Role == Role.Administrator && grant.EndedAt == null
            orderby person.Id
            select new { Grant = grant, person.Email }).ToListAsync(ct);
        var addresses = administrators.Where(a => a.Grant.IsHeldOn(today)).Select(a => a.Email).OfType<string>().Distinct().ToList();

        // Nobody to tell: tomorrow there may be somebody.
        if (addresses.Count == 0)
        {
            return;
        }

        db.SessionReminders.Add(new SessionReminder { DueOn = due.DueOn, SentAt = clock.GetUtcNow() });
        addresses.ForEach(address => mail.To(address, letter(due)));
        await db.SaveChangesAsync(ct);
    }
}
