using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>What somebody is told of a cut-off day, and which of the open activities are theirs to report.</summary>
public sealed record CutoffNotice
{
    public required string PlanSlug { get; init; }
    public required string PlanTitle { get; init; }
    public required DateOnly FallsOn { get; init; }

    /// <summary>0 on the very day; negative once it is over.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>They had been told of another day.</summary>
    public required bool IsMoved { get; init; }

    /// <summary>They administer the place, and the activities are those that nobody with an account is responsible for.</summary>
    public required bool IsForAdministrator { get; init; }

    public required IReadOnlyList<Item> Activities { get; init; }

    public bool IsOver => DaysLeft < 0;

    public sealed record Item(Guid Id, string Description, string Commitment, DateOnly? DueOn);
}

/// <summary>
/// Reminds each owner with something left to report, once for each step of each day, and the administrators of what has no owner. The row that says so and the
/// letter are one transaction, and the row's key is the lock: two workers, or one that was killed and its follower, tell nobody twice.
/// </summary>
public sealed class RemindOfCutoff(HubDbContext db, QueueMail mail, TimeProvider clock)
{
    /// <param name="today">The day whose letters are to be sent.</param>
    public async Task ExecuteAsync(Func<CutoffNotice, Letter> letter, DateOnly today, CancellationToken ct)
    {
        var (first, last) = (today.AddDays(-CutoffReminder.LatestAfter), today.AddDays(CutoffReminder.Steps[0]));
        var near = await (
            from cutoff in db.Cutoffs.AsNoTracking()
            join plan in db.ActionPlans on cutoff.PlanId equals plan.Id
            where cutoff.CancelledOn == null && cutoff.FallsOn >= first && cutoff.FallsOn <= last && plan.ClosedOn == null
            orderby cutoff.FallsOn, cutoff.Id
            select new { Cutoff = cutoff, plan.Slug, plan.Title }).ToListAsync(ct);

        foreach (var row in near)
        {
            // The letter of the day after names the report, so it waits for it.
            if (CutoffReminder.DueOn(today, row.Cutoff.FallsOn, row.Cutoff.RecordedOn) is { } step && (step > 0 || row.Cutoff.FrozenAt is not null))
            {
                var notice = new CutoffNotice
                {
                    PlanSlug = row.Slug,
                    PlanTitle = row.Title,
                    FallsOn = row.Cutoff.FallsOn,
                    DaysLeft = row.Cutoff.FallsOn.DayNumber - today.DayNumber,
                    IsMoved = false,
                    IsForAdministrator = false,
                    Activities = [],
                };
                await RemindAsync(row.Cutoff, step, notice, letter, today, ct);
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task RemindAsync(Cutoff cutoff, int step, CutoffNotice notice, Func<CutoffNotice, Letter> letter, DateOnly today, CancellationToken ct)
    {
        var recipients = await RecipientsAsync(cutoff.PlanId, today, ct);
        var ids = recipients.Select(r => r.UserId).Order().ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var told = await db.Database.SqlQuery<Guid>(
            $"""
             insert into cutoff_reminders (cutoff_id, falls_on, days_before, user_id, sent_at)
             select {cutoff.Id}, {cutoff.FallsOn}, {step}, person, {clock.GetUtcNow()} from unnest({ids}) as person
             on conflict do nothing returning user_id
             """).ToListAsync(ct);
        var moved = await db.CutoffReminders.Where(r => r.CutoffId == cutoff.Id && r.FallsOn != cutoff.FallsOn).Select(r => r.UserId).ToListAsync(ct);

        foreach (var recipient in recipients.Where(r => told.Contains(r.UserId)))
        {
            mail.To(recipient.Email, letter(notice with
            {
                IsMoved = moved.Contains(recipient.UserId),
                IsForAdministrator = recipient.IsAdministrator,
                Activities = recipient.Activities,
            }));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<IReadOnlyList<Recipient>> RecipientsAsync(Guid planId, DateOnly today, CancellationToken ct)
    {
        var open = await db.Activities.AsNoTracking()
            .Where(a => a.Commitment!.PlanId == planId && a.Commitment.WithdrawnOn == null)
            .Where(a => a.Status == ActivityStatus.NotStarted || a.Status == ActivityStatus.InProgress)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id)
            .Select(a => new { a.CommitmentId, Item = new CutoffNotice.Item(a.Id, a.Description, a.Commitment!.Text.ShortTitle ?? a.Commitment.Text.Title, a.DueOn) })
            .ToListAsync(ct);
        var held = (await (
                from grant in db.RoleGrants.AsNoTracking()
                join person in db.Users on grant.UserId equals person.Id
                where (grant.Role == Role.ActivityOwner || grant.Role == Role.Administrator) && grant.EndedAt == null && person.Email != null
                orderby person.Id
                select new { Grant = grant, person.Email }).ToListAsync(ct))
            .FindAll(row => row.Grant.IsHeldOn(today));
        var owned = held.FindAll(row => row.Grant.Role is Role.ActivityOwner);
        var owners = owned
            .GroupBy(row => (row.Grant.UserId, row.Email))
            .Select(person => new Recipient(person.Key.UserId, person.Key.Email!, false, [.. open
                .Where(a => person.Any(row => row.Grant.ScopeId == a.Item.Id || row.Grant.ScopeId == a.CommitmentId))
                .Select(a => a.Item)]))
            .Where(person => person.Activities.Count > 0)
            .ToList();
        var orphans = open.FindAll(a => !owned.Exists(row => row.Grant.ScopeId == a.Item.Id || row.Grant.ScopeId == a.CommitmentId));

        return orphans.Count == 0 ? owners : [.. owners, .. held
            .Where(row => row.Grant.Role is Role.Administrator)
            .DistinctBy(row => row.Grant.UserId)
            .Where(row => !owners.Exists(owner => owner.UserId == row.Grant.UserId))
            .Select(row => new Recipient(row.Grant.UserId, row.Email!, true, [.. orphans.Select(a => a.Item)]))];
    }

    private sealed record Recipient(Guid UserId, string Email, bool IsAdministrator, IReadOnlyList<CutoffNotice.Item> Activities);
}
