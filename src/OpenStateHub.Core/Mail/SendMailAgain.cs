using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Mail;

/// <summary>Sends again what was given up, from the first attempt on.</summary>
public sealed class SendMailAgain(HubDbContext db, QueueWork queue, TenantContext tenant, TimeProvider clock)
{
    /// <param name="id">One letter; null: all of them.</param>
    /// <returns>How many letters wait again.</returns>
    public async Task<int> ExecuteAsync(Guid? id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var count = await db.MailQueue
            .Where(mail => mail.Status == MailStatus.Failed && (id == null || mail.Id == id))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(mail => mail.Status, MailStatus.Waiting)
                    .SetProperty(mail => mail.EndedAt, (DateTimeOffset?)null)
                    .SetProperty(mail => mail.Attempts, 0)
                    .SetProperty(mail => mail.DueAt, now),
                ct);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Mail, ct);
        await transaction.CommitAsync(ct);
        return count;
    }
}
