using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Agreements;

/// <summary>Reminds the administrators of an agreement twice: a week before its day, and once that day went by undone.</summary>
public sealed class RemindOfAgreements(HubDbContext db, QueueMail mail, TenantContext tenant, TimeProvider clock)
{
    /// <param name="letter">Of an agreement and whether its day went by.</param>
    public async Task ExecuteAsync(Func<Agreement, bool, Letter> letter, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var soon = today.AddDays(Agreement.ReminderDays);
        var open = await db.Agreements
            .Where(a => (a.State == AgreementState.Pending || a.State == AgreementState.InProgress) && a.DueOn <= soon)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id)
            .ToListAsync(ct);
        var due = open.FindAll(agreement => agreement.NeedsReminderOn(today));

        if (due.Count == 0)
        {
            return;
        }

        var grants = await db.RoleGrants
            .Where(grant => grant.Role == Role.Administrator && grant.EndedAt == null)
            .Join(db.Users, grant => grant.UserId, person => person.Id, (grant, person) => new { Grant = grant, person.Email })
            .OrderBy(held => held.Email)
            .ToListAsync(ct);
        var addresses = grants.Where(held => held.Grant.IsHeldOn(today)).Select(held => held.Email).OfType<string>().Distinct().ToList();

        // Nobody to tell: tomorrow there may be somebody.
        if (addresses.Count == 0)
        {
            return;
        }

        foreach (var agreement in due)
        {
            var said = letter(agreement, agreement.IsOverdueOn(today));
            addresses.ForEach(address => mail.To(address, said));
            agreement.Remind(today);
        }

        await db.SaveChangesAsync(ct);
    }
}
