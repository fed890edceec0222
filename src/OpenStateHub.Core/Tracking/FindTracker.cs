using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>A place's first page: is it keeping its word? Five commands at the most, however much it promised.</summary>
public sealed class FindTracker(HubDbContext db, TenantContext tenant, ReadPlans plans, ReadCommitments commitments, FindSectorQuorum quorum, TimeProvider clock)
{
    private const int MostActs = 6;
    private const int MostDue = 4;

    public async Task<Tracker> ExecuteAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var today = tenant.Current.Today(clock);
        var all = await plans.ExecuteAsync(ct);
        var sectors = (await quorum.ExecuteAsync(today, ct)).Missing;

        if (all is not [var plan, ..])
        {
            return new Tracker { Today = today, VacantSectors = sectors, Steps = await StepsAsync(ct) };
        }

        var rows = await commitments.ExecuteAsync(new() { Plan = plan.Slug, WithOpenActivities = true }, ct);
        var open = rows.Where(row => !row.IsOver).SelectMany(Due).OrderBy(a => a.DueOn).ToList();
        return new Tracker
        {
            Today = today,
            Figures = new PlanFigures(plan, rows),
            OlderPlans = all.Count - 1,
            VacantSectors = sectors,
            Overdue = [.. open.Where(a => a.DueOn < today).Take(MostDue)],
            Next = [.. open.Where(a => a.DueOn >= today).Take(MostDue)],
            Acts = await ActsAsync(plan.Id, ct),
        };
    }

    private static IEnumerable<DueActivity> Due(CommitmentRow row) =>
        from activity in row.Activities
        where activity is { Open: not null, Placed.State.DueOn: not null }
        select new DueActivity(row.Slug, row.Title, activity.Open!, activity.Placed.State.DueOn!.Value);

    private async Task<IReadOnlyList<StepRow>> StepsAsync(CancellationToken ct) =>
        await db.InstallationSteps.AsNoTracking()
            .OrderBy(s => s.OccurredOn ?? s.KnownBy).ThenBy(s => s.Id)
            .Select(s => new StepRow(s.Kind, s.Title, s.OccurredOn, s.KnownBy, s.Note, s.Source, s.DocumentId))
            .ToListAsync(ct);

    private async Task<IReadOnlyList<Act>> ActsAsync(Guid planId, CancellationToken ct)
    {
        var reported =
            from report in db.ProgressReports.AsNoTracking()
            join activity in db.Activities on report.ActivityId equals activity.Id
            where activity.Commitment!.PlanId == planId
            select new Act
            {
                Id = report.Id,
                On = report.ReportedOn,
                Kind = report.Status == ActivityStatus.Complete ? ActKind.ReportedComplete : ActKind.ReportedProgress,
                Sector = report.Sector,
                Office = report.Office,
                Activity = activity.Description,
                CommitmentSlug = activity.Commitment!.Slug,
                Percent = report.Percent,
                IsDemonstration = activity.IsDemonstration || activity.Commitment.IsDemonstration,
            };
        var answered =
            from answer in db.Confirmations.AsNoTracking()
            join report in db.ProgressReports on answer.ReportId equals report.Id
            join activity in db.Activities on report.ActivityId equals activity.Id
            where activity.Commitment!.PlanId == planId
            select new Act
            {
                Id = answer.Id,
                On = answer.AnsweredOn,
                Kind = answer.Outcome == ConfirmationOutcome.Refused ? ActKind.Refused : ActKind.Confirmed,
                Sector = answer.Sector,
                Office = answer.Organization,
                Activity = activity.Description,
                CommitmentSlug = activity.Commitment!.Slug,
                Percent = null,
                IsDemonstration = activity.IsDemonstration || activity.Commitment.IsDemonstration,
            };
        return await reported.Concat(answered).OrderByDescending(act => act.On).ThenByDescending(act => act.Id).Take(MostActs).ToListAsync(ct);
    }
}

public sealed record Tracker
{
    public required DateOnly Today { get; init; }

    /// <summary>The plan that binds today or, where none does, the latest one; null where none was published.</summary>
    public PlanFigures? Figures { get; init; }

    public int OlderPlans { get; init; }

    /// <summary>Sectors that hold no seat: without them nothing new can be verified (domain rules, section 3).</summary>
    public IReadOnlyList<Sector> VacantSectors { get; init; } = [];

    /// <summary>The longest overdue first.</summary>
    public IReadOnlyList<DueActivity> Overdue { get; init; } = [];

    public IReadOnlyList<DueActivity> Next { get; init; } = [];

    /// <summary>The latest reports and answers.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>The steps so far, where there is no plan yet.</summary>
    public IReadOnlyList<StepRow> Steps { get; init; } = [];
}

public sealed record DueActivity(string CommitmentSlug, string CommitmentTitle, OpenActivity Activity, DateOnly DueOn);

public enum ActKind
{
    ReportedProgress,
    ReportedComplete,
    Confirmed,
    Refused,
}

/// <summary>Something that an office said of an activity on a day.</summary>
public sealed record Act
{
    public required Guid Id { get; init; }
    public required DateOnly On { get; init; }
    public required ActKind Kind { get; init; }
    public required Sector Sector { get; init; }
    public required string Office { get; init; }
    public required string Activity { get; init; }
    public required string CommitmentSlug { get; init; }
    public int? Percent { get; init; }
    public bool IsDemonstration { get; init; }
}
