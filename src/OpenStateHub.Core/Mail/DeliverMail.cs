using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Mail;

/// <summary>
/// Delivers what is due of one place, letters that somebody waits for first. A letter is marked as being sent, with its
/// Message-ID, and committed before the mail server hears of it, so that two workers never send it at once.
/// <para>
/// Each letter is delivered once, but for one window that SMTP cannot close: between the moment in which the server takes a
/// letter over and the moment in which that is committed here. If in between the worker is killed, or the server's answer is
/// lost, nobody can know whether the letter left. It is sent again, because a second copy harms less than an invitation that
/// never comes; it has the same Message-ID, by which many servers drop it.
/// </para>
/// </summary>
public sealed class DeliverMail(HubDbContext db, TenantContext tenant, SmtpSender smtp, MailDelivery delivery, FindMailAllowance allowance, TimeProvider clock)
{
    /// <summary>How long what was sent stays on the list.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // The other places wait no longer than this.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    // Longer than any attempt takes: only a killed worker's letter is taken by another.
    private TimeSpan Lease => delivery.Patience + TimeSpan.FromMinutes(1);

    /// <returns>When something is due again; null: when a letter is queued.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Turn;
        var settings = await db.MailSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        var allowed = await allowance.ExecuteAsync(settings, ct);
        var forgotten = clock.GetUtcNow() - Kept;
        await db.MailQueue.Where(mail => mail.Status == MailStatus.Sent && mail.EndedAt < forgotten).ExecuteDeleteAsync(ct);

        for (var sent = 0; sent < allowed.Left && clock.GetUtcNow() < until && !ct.IsCancellationRequested; sent++)
        {
            if (await TakeAsync(ct) is not { } mail)
            {
                break;
            }

            if (await AttemptAsync(mail, settings?.SenderName ?? tenant.Current.Name))
            {
                // The letter that found the server shut decides when this place knocks again.
                return mail.DueAt;
            }
        }

        return await NextAsync(allowed.OpensAt, ct);
    }

    private async Task<QueuedMail?> TakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var domain = delivery.Server!.Domain;
        db.ChangeTracker.Clear();
        var taken = await db.MailQueue
            .FromSql(
                $"""
                 update mail_queue
                 set status = 'Sending', attempts = attempts + 1, due_at = {now + Lease},
                     message_id = coalesce(message_id, replace(id::text, '-', '') || '@' || {domain})
                 where id = (
                     select id from mail_queue where status in ('Waiting', 'Sending') and due_at <= {now}
                     order by unsubscribe is not null, due_at, id limit 1 for update skip locked)
                 returning *
                 """)
            .ToListAsync(ct);
        return taken.SingleOrDefault();
    }

    /// <returns>Whether the server is shut for every letter.</returns>
    private async Task<bool> AttemptAsync(QueuedMail mail, string sender)
    {
        // From here to the commit below nothing asks whether the process should stop.
        await db.Entry(mail).Collection(m => m.Attachments).LoadAsync(CancellationToken.None);
        var refused = await smtp.SendAsync(mail, sender);

        if (refused is null)
        {
            mail.Accept(clock.GetUtcNow());
        }
        else
        {
            mail.Refuse(refused.Fault, refused.Reply, clock.GetUtcNow(), Random.Shared.NextDouble());
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return refused is { ConcernsEveryLetter: true } && mail.Status is MailStatus.Waiting;
    }

    private async Task<DateTimeOffset?> NextAsync(DateTimeOffset? opensAt, CancellationToken ct)
    {
        var next = await db.MailQueue
            .Where(mail => mail.Status == MailStatus.Waiting || mail.Status == MailStatus.Sending)
            .MinAsync(mail => (DateTimeOffset?)mail.DueAt, ct);

        // Never the past: a place with many letters queues behind the others after its turn.
        var earliest = opensAt ?? clock.GetUtcNow();
        return next < earliest ? earliest : next;
    }
}
