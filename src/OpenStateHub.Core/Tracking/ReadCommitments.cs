using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>The commitments of public plans with today's figures, by plan and number. Two commands, however many there are.</summary>
public sealed class ReadCommitments(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public sealed record Filter
    {
        /// <summary>One commitment's slug.</summary>
        public string? Slug { get; init; }

        /// <summary>A plan's slug.</summary>
        public string? Plan { get; init; }

        /// <summary>An axis by its title: plans that follow each other often keep their axes.</summary>
        public string? Axis { get; init; }

        /// <summary>A goal from 1 to 17: also the commitments that name one of its targets.</summary>
        public string? Sdg { get; init; }

        /// <summary>An organisation that takes part, by its name.</summary>
        public string? Body { get; init; }

        /// <summary>Words that all occur in title, problem, description or the names of bodies, with or without their accents.</summary>
        public string? Search { get; init; }

        /// <summary>Null where the state does not matter.</summary>
        public ActivityStatus? Status { get; init; }

        /// <summary>With a late activity or, if false, without any; null where it does not matter.</summary>
        public bool? Late { get; init; }

        /// <summary>Also reads the texts of open activities.</summary>
        public bool WithOpenActivities { get; init; }

        /// <summary>Of plans that are not public instead: for those who work on them, and for nobody else.</summary>
        internal bool Preview { get; init; }
    }

    private const int MostWords = 8;

    public async Task<IReadOnlyList<CommitmentRow>> ExecuteAsync(Filter filter, CancellationToken ct)
    {
        var wanted = Wanted(filter);
        var activities = await ActivitiesAsync(wanted, filter.WithOpenActivities, ct);
        var today = tenant.Current.Today(clock);
        var rows = await wanted.AsSingleQuery()
            .OrderByDescending(c => c.Plan!.PublishedOn).ThenBy(c => c.Plan!.Slug).ThenBy(c => c.Number)
            .Select(c => new CommitmentRow
            {
                Id = c.Id,
                PlanSlug = c.Plan!.Slug,
                PlanTitle = c.Plan.Title,
                AxisId = c.AxisId,
                Axis = c.Axis!.Title,
                Slug = c.Slug,
                UniqueId = c.UniqueId,
                Number = c.Number,
                Title = c.Text.Title,
                IsProactive = c.Text.IsProactive,
                IsWithdrawn = c.WithdrawnOn != null,
                IsLeftOut = c.IsLeftOut,
                VerifiedOn = c.VerifiedOn,
                IsDemonstration = c.IsDemonstration || c.Plan.IsDemonstration,
                StartsOn = c.Text.StartsOn ?? c.Plan.StartsOn,
                EndsOn = c.Text.EndsOn ?? c.Plan.EndsOn,
                Sdgs = c.Text.Sdgs,
                Principals = c.Actors
                    .Where(a => a.Role == ActorRole.Lead || a.Role == ActorRole.CivilSocietyCounterpart)
                    .OrderBy(a => a.Id)
                    .Select(a => new PrincipalRow(a.Role, a.Organization))
                    .ToList(),
                IsOver = c.Plan.ClosedOn != null || c.WithdrawnOn != null,
                Today = today,
            })
            .ToListAsync(ct);
        return [.. rows
            .Select(row => row with { Activities = [.. activities[row.Id]] })
            .Where(row => filter.Status is null || row.Status == filter.Status)
            .Where(row => filter.Late is null || row.IsLate == filter.Late)];
    }

    private IQueryable<Commitment> Wanted(Filter filter)
    {
        var wanted = filter.Preview
            ? db.Commitments.AsNoTracking().Where(c => c.Plan!.PublishedOn == null)
            : db.Commitments.AsNoTracking().Where(c => c.Plan!.PublishedOn != null);
        wanted = filter.Slug is { } slug ? wanted.Where(c => c.Slug == slug) : wanted;
        wanted = filter.Plan is { } plan ? wanted.Where(c => c.Plan!.Slug == plan) : wanted;
        wanted = filter.Axis is { } axis ? wanted.Where(c => c.Axis!.Title == axis) : wanted;
        wanted = filter.Body is { } body ? wanted.Where(c => c.Actors.Any(a => a.Organization == body)) : wanted;
        wanted = filter.Sdg is { } sdg ? wanted.Where(c => c.Text.Sdgs.Any(code => code == sdg || EF.Functions.Like(code, sdg + ".%"))) : wanted;

        foreach (var word in (filter.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var pattern = $"%{Escape(word)}%";
            wanted = wanted.Where(c =>
                EF.Functions.ILike(
                    EF.Functions.Unaccent(c.Text.Title + " " + (c.Text.ShortTitle ?? "") + " " + (c.Text.Problem ?? "") + " " + (c.Text.Description ?? "")),
                    EF.Functions.Unaccent(pattern),
                    "\\")
                || c.Actors.Any(a => EF.Functions.ILike(EF.Functions.Unaccent(a.Organization), EF.Functions.Unaccent(pattern), "\\")));
        }

        return wanted;
    }

    private async Task<ILookup<Guid, ActivityRow>> ActivitiesAsync(IQueryable<Commitment> wanted, bool withOpen, CancellationToken ct)
    {
        var rows = await (
            from activity in db.Activities.AsNoTracking()
            join commitment in wanted on activity.CommitmentId equals commitment.Id
            orderby activity.DueOn, activity.Id
            let isShown = withOpen && (activity.Status == ActivityStatus.NotStarted || activity.Status == ActivityStatus.InProgress)
            select new
            {
                activity.Id,
                activity.CommitmentId,
                activity.ActionId,
                ActionWeight = activity.Action == null ? 0 : activity.Action.Weight,
                activity.Weight,
                activity.Status,
                activity.Percent,
                activity.DueOn,
                activity.DoneOn,
                activity.UpdatedOn,
                Description = isShown ? activity.Description : null,
                GovernmentOwner = isShown ? activity.GovernmentOwner : null,
                CivilSocietyOwner = isShown ? activity.CivilSocietyOwner : null,
            }).ToListAsync(ct);
        return rows.ToLookup(
            a => a.CommitmentId,
            a => new ActivityRow(
                new PlacedActivity(a.ActionId, a.ActionWeight, new ActivityState(a.Weight, a.Status, a.Percent, a.DueOn, a.DoneOn)),
                a.UpdatedOn,
                a.Description is null ? null : new OpenActivity(a.Id, a.Description, a.GovernmentOwner, a.CivilSocietyOwner)));
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
