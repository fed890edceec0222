using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Mail;

/// <summary>What a letter says, in the words of whoever writes it.</summary>
public sealed record Letter(string Subject, string Text);

/// <summary>Puts a letter into the queue with the next save of its cause: both happen, or neither.</summary>
public sealed class QueueMail(HubDbContext db, TimeProvider clock)
{
    public void To(string recipient, Letter letter)
    {
        var now = clock.GetUtcNow();
        db.MailQueue.Add(new QueuedMail { Recipient = recipient, Subject = letter.Subject, Text = letter.Text, CreatedAt = now, DueAt = now });
    }
}
