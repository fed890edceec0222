using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Mine;

/// <summary>Tells the administrators of each day that a request runs into, once before it and once after it went by.</summary>
public sealed class RemindOfArco(HubDbContext db, QueueMail mail, TenantContext tenant, TimeProvider clock)
{
    /// <param name="letter">Of a request and what is to be said of it.</param>
    public async Task ExecuteAsync(Func<ArcoRequest, ArcoReminder, Letter> letter, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var open = await db.ArcoRequests.Where(r => r.ReceivedOn != null && (r.AnsweredOn == null || (r.CarryDueOn != null && r.CarriedOn == null))).ToListAsync(ct);
        var held = await db.RoleGrants
            .Where(grant => grant.Role == Role.Administrator && grant.EndedAt == null)
            .Join(db.Users, grant => grant.UserId, person => person.Id, (grant, person) => new { Grant = grant, person.Email })
            .OrderBy(pair => pair.Email)
            .ToListAsync(ct);
        var addresses = held.Where(pair => pair.Grant.IsHeldOn(today)).Select(pair => pair.Email).OfType<string>().Distinct().ToList();

        // Nobody to tell: tomorrow there may be somebody.
        if (addresses.Count == 0)
        {
            return;
        }

        foreach (var request in open)
        {
            if (request.Remind(today) is { } step)
            {
                var said = letter(request, step);
                addresses.ForEach(address => mail.To(address, said));
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
