using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Mail;

/// <summary>The latest letters of the queue, the newest first: for a hub that only demonstrates, where nobody receives mail.</summary>
public sealed class ListQueuedMail(HubDbContext db)
{
    private const int Most = 50;

    public Task<List<Row>> ExecuteAsync(CancellationToken ct) =>
        db.MailQueue
            .Where(mail => mail.Text != null)
            .OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id)
            .Take(Most)
            .Select(mail => new Row(mail.Recipient, mail.Subject, mail.Text!, mail.CreatedAt))
            .ToListAsync(ct);

    public sealed record Row(string Recipient, string Subject, string Text, DateTimeOffset CreatedAt);
}
