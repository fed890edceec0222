using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>The clock's part in cut-offs: freezes those whose day is over, from the place's midnight on, and writes its reminders in the morning.</summary>
public sealed class KeepCutoffs(HubDbContext db, FreezeCutoff freeze, RemindOfCutoff remind, TenantContext tenant, TimeProvider clock)
{
    /// <summary>By the place's clocks: nobody's telephone rings at midnight.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    /// <returns>When there is something to do again; null: when somebody sets a day.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(Func<CutoffNotice, Letter> letter, CancellationToken ct)
    {
        var (place, now) = (tenant.Current, clock.GetUtcNow());
        var today = place.Today(clock);
        var due = await db.Cutoffs.AsNoTracking()
            .Where(c => c.FrozenAt == null && c.CancelledOn == null && c.FallsOn < today)
            .OrderBy(c => c.FallsOn).ThenBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(ct);

        foreach (var id in due)
        {
            await freeze.ExecuteAsync(id, ct);
            db.ChangeTracker.Clear();
        }

        if (TimeOnly.FromDateTime(place.LocalTime(now)) >= Morning)
        {
            await remind.ExecuteAsync(letter, today, ct);
        }

        return await NextAsync(today, now, ct);
    }

    private async Task<DateTimeOffset?> NextAsync(DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var from = today.AddDays(-CutoffReminder.LatestAfter);
        var days = await db.Cutoffs.AsNoTracking()
            .Where(c => c.CancelledOn == null && c.FallsOn >= from)
            .Select(c => c.FallsOn)
            .ToListAsync(ct);
        return days.SelectMany(day => MomentsOf(day, today)).Where(moment => moment > now).Select(moment => (DateTimeOffset?)moment).Min();
    }

    private IEnumerable<DateTimeOffset> MomentsOf(DateOnly day, DateOnly today)
    {
        var (first, last) = (day.AddDays(-CutoffReminder.Steps[0]), day.AddDays(CutoffReminder.LatestAfter));
        yield return tenant.Current.InstantOf(day.AddDays(1), TimeOnly.MinValue);
        yield return tenant.Current.InstantOf(first, Morning);

        // Near the day each morning, because somebody may have become an owner since.
        foreach (var morning in new[] { today, today.AddDays(1) }.Where(morning => morning >= first && morning <= last))
        {
            yield return tenant.Current.InstantOf(morning, Morning);
        }
    }
}
