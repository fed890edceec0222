using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>The cut-offs of public plans, the latest first.</summary>
public sealed class ListCutoffs(HubDbContext db)
{
    /// <param name="plan">A plan's slug; null: of all plans.</param>
    public async Task<IReadOnlyList<CutoffRow>> ExecuteAsync(string? plan, CancellationToken ct) => await (
        from cutoff in db.Cutoffs.AsNoTracking()
        join of in db.ActionPlans on cutoff.PlanId equals of.Id
        join frozen in db.AccountabilityReports on cutoff.Id equals frozen.CutoffId into reports
        from report in reports.DefaultIfEmpty()
        where of.PublishedOn != null && (plan == null || of.Slug == plan)
        orderby cutoff.FallsOn descending, of.Slug, cutoff.Id descending
        select new CutoffRow
        {
            Id = cutoff.Id,
            PlanSlug = of.Slug,
            PlanTitle = of.Title,
            FallsOn = cutoff.FallsOn,
            RecordedOn = cutoff.RecordedOn,
            Source = cutoff.Source,
            FrozenAt = cutoff.FrozenAt,
            CancelledOn = cutoff.CancelledOn,
            CancellationReason = cutoff.CancellationReason,
            IsDemonstration = cutoff.IsDemonstration,
            Revision = cutoff.Revision,
            Sha256 = report == null ? null : report.Sha256,
            Progress = report == null ? null : new Progress(report.Reported, report.Verified, report.Counted, report.Total),
            LateActivities = report == null ? null : report.LateActivities,
            Rectifications = report == null ? 0 : db.Rectifications.Count(r => r.ReportId == report.Id),
        }).ToListAsync(ct);

    /// <returns>A public plan's head; null where the place has none of that slug.</returns>
    public Task<PlanName?> FindPlanAsync(string slug, CancellationToken ct) => db.ActionPlans.AsNoTracking()
        .Where(p => p.Slug == slug && p.PublishedOn != null)
        .Select(p => new PlanName(p.Id, p.Slug, p.Title, p.PublishedOn!.Value, p.ClosedOn, p.IsDemonstration))
        .SingleOrDefaultAsync(ct);

    public sealed record PlanName(Guid Id, string Slug, string Title, DateOnly PublishedOn, DateOnly? ClosedOn, bool IsDemonstration);
}

public sealed record CutoffRow
{
    public required Guid Id { get; init; }
    public required string PlanSlug { get; init; }
    public required string PlanTitle { get; init; }
    public required DateOnly FallsOn { get; init; }
    public required DateOnly RecordedOn { get; init; }
    public string? Source { get; init; }
    public DateTimeOffset? FrozenAt { get; init; }
    public DateOnly? CancelledOn { get; init; }
    public string? CancellationReason { get; init; }
    public bool IsDemonstration { get; init; }
    public int Revision { get; init; }

    /// <summary>Of the frozen report, like the next; null while it is to come.</summary>
    public string? Sha256 { get; init; }

    public Progress? Progress { get; init; }
    public int? LateActivities { get; init; }
    public int Rectifications { get; init; }

    public bool IsComing => FrozenAt is null && CancelledOn is null;
    public bool WasLate => RecordedOn > FallsOn;
}
