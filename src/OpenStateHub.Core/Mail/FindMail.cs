using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Mail;

/// <summary>How the mail of a place stands: counts, limits, and one list. Never what a letter says: it may open an account.</summary>
public sealed class FindMail(HubDbContext db, MailDelivery delivery, FindMailAllowance allowance, TenantContext tenant)
{
    public const int PageSize = 50;

    /// <param name="asked">Which list; null: what failed, or else what waits, or else what was sent.</param>
    /// <param name="page">From 1.</param>
    public async Task<Result> ExecuteAsync(MailList? asked, int page, CancellationToken ct)
    {
        var counts = await db.MailQueue
            .GroupBy(mail => mail.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Status, group => group.Count, ct);
        var settings = await db.MailSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        var allowed = await allowance.ExecuteAsync(settings, ct);
        var failed = counts.GetValueOrDefault(MailStatus.Failed);
        var waiting = counts.GetValueOrDefault(MailStatus.Waiting) + counts.GetValueOrDefault(MailStatus.Sending);
        var list = asked ?? (failed > 0 ? MailList.Failed : waiting > 0 ? MailList.Waiting : MailList.Sent);
        var rows = await RowsOf(list).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var shut = await db.MailQueue
            .Where(mail => mail.Status == MailStatus.Waiting && (mail.Fault == MailFault.Unreachable || mail.Fault == MailFault.NotLetIn))
            .OrderByDescending(mail => mail.DueAt)
            .Select(mail => mail.Fault)
            .FirstOrDefaultAsync(ct);

        return new Result
        {
            HasServer = delivery.Server is not null,
            Shut = shut,
            Waiting = waiting,
            Sent = counts.GetValueOrDefault(MailStatus.Sent),
            Failed = failed,
            List = list,
            Rows = rows,
            SenderName = settings?.SenderName ?? tenant.Current.Name,
            PerHour = settings?.PerHour ?? delivery.PerHour,
            PerDay = settings?.PerDay ?? delivery.PerDay,
            OpensAt = allowed.OpensAt,
        };
    }

    private IQueryable<Row> RowsOf(MailList list)
    {
        var letters = list switch
        {
            MailList.Failed => db.MailQueue.Where(mail => mail.Status == MailStatus.Failed).OrderByDescending(mail => mail.EndedAt),
            MailList.Sent => db.MailQueue.Where(mail => mail.Status == MailStatus.Sent).OrderByDescending(mail => mail.EndedAt),
            _ => db.MailQueue.Where(mail => mail.Status == MailStatus.Waiting || mail.Status == MailStatus.Sending).OrderBy(mail => mail.DueAt),
        };
        return letters.ThenBy(mail => mail.Id).Select(mail => new Row
        {
            Id = mail.Id,
            Recipient = mail.Recipient,
            Subject = mail.Subject,
            CreatedAt = mail.CreatedAt,
            DueAt = mail.DueAt,
            EndedAt = mail.EndedAt,
            Attempts = mail.Attempts,
            Fault = mail.Fault,
            Reply = mail.Reply,
        });
    }

    public sealed record Result
    {
        public required bool HasServer { get; init; }

        /// <summary>Why the server lets no letter through at present; null where it does.</summary>
        public required MailFault? Shut { get; init; }

        public required int Waiting { get; init; }
        public required int Sent { get; init; }
        public required int Failed { get; init; }
        public required MailList List { get; init; }
        public required IReadOnlyList<Row> Rows { get; init; }
        public required string SenderName { get; init; }
        public required int PerHour { get; init; }
        public required int PerDay { get; init; }

        /// <summary>Where a limit is reached: when the next letter may leave.</summary>
        public required DateTimeOffset? OpensAt { get; init; }

        public int Total => List switch { MailList.Failed => Failed, MailList.Sent => Sent, _ => Waiting };
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Recipient { get; init; }
        public required string Subject { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required DateTimeOffset DueAt { get; init; }
        public required DateTimeOffset? EndedAt { get; init; }
        public required int Attempts { get; init; }
        public required MailFault? Fault { get; init; }
        public required string? Reply { get; init; }
    }
}

public enum MailList
{
    Waiting,
    Sent,
    Failed,
}
