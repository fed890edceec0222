using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Mail;

/// <summary>Takes a letter that was given up off the list, such as one to a mistyped address.</summary>
public sealed class DiscardMail(HubDbContext db)
{
    /// <returns>Whether it was there.</returns>
    public async Task<bool> ExecuteAsync(Guid id, CancellationToken ct) =>
        await db.MailQueue.Where(mail => mail.Id == id && mail.Status == MailStatus.Failed).ExecuteDeleteAsync(ct) > 0;
}
