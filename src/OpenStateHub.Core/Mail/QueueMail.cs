using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Mail;

/// <summary>
/// Puts a letter into the queue with the next save of its cause: both happen, or neither. The database marks the tenant's
/// delivery as due in that same transaction.
/// </summary>
public sealed class QueueMail(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public void To(string recipient, Letter letter) =>
        db.MailQueue.Add(QueuedMail.From(letter, recipient, tenant.Current.Name, clock.GetUtcNow()));
}
