using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Mail;

/// <summary>How many letters a place may still send: its limits count what left in any hour and in any 24 hours.</summary>
public sealed class FindMailAllowance(HubDbContext db, MailDelivery delivery, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public async Task<Result> ExecuteAsync(MailSettings? settings, CancellationToken ct)
    {
        var hour = await WithinAsync(settings?.PerHour ?? delivery.PerHour, Hour, ct);
        var day = await WithinAsync(settings?.PerDay ?? delivery.PerDay, Day, ct);
        return hour.Left <= 0 && day.Left <= 0
            ? (hour.OpensAt > day.OpensAt ? hour : day)
            : (hour.Left < day.Left ? hour : day);
    }

    private async Task<Result> WithinAsync(int limit, TimeSpan window, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - window;

        var left = db.MailQueue.Where(mail => mail.Status == MailStatus.Sent && mail.EndedAt > since);
        var count = await left.CountAsync(ct);

        if (count < limit)
        {
            return new Result(limit - count, null);
        }

        // The first letter after which fewer than the limit stand in the window.
        return new Result(0, await left.OrderBy(mail => mail.EndedAt).Skip(count - limit).Select(mail => mail.EndedAt).FirstAsync(ct) + window);
    }

    /// <param name="Left">Letters that may leave now.</param>
    /// <param name="OpensAt">Where none may: when the next one may.</param>
    public sealed record Result(int Left, DateTimeOffset? OpensAt);
}
