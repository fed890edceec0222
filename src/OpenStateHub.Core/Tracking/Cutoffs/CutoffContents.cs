using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat.Sessions;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>How the ledger names cut-offs, the reports that they freeze into, and the corrections of those: each under its plan's slug.</summary>
public static class CutoffSubjects
{
    public const string CutoffKind = "cutoff";
    public const string ReportKind = "accountability-report";
    public const string RectificationKind = "rectification";

    /// <summary>By its id, because its day may move.</summary>
    public static Subject Cutoff(string plan, Guid id) => new(CutoffKind, $"{plan}/{id}");

    public static Subject Report(string plan, DateOnly on) => new(ReportKind, $"{plan}/{on:yyyy-MM-dd}");

    public static Subject Rectification(string plan, DateOnly on, Guid id) => new(RectificationKind, $"{plan}/{on:yyyy-MM-dd}/{id}");
}

/// <summary>What happens to a cut-off in public, as the ledger says it.</summary>
public static class CutoffActs
{
    public const string Set = "cutoff.set";
    public const string Moved = "cutoff.moved";
    public const string Cancelled = "cutoff.cancelled";
    public const string Frozen = "cutoff.frozen";
    public const string Rectified = "cutoff.rectified";
}

/// <summary>A cut-off day as it was set. That it froze is told by its report.</summary>
internal sealed class CutoffContents(HubDbContext db) : ISubjectContents
{
    public string Kind => CutoffSubjects.CutoffKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(key => Guid.Parse(key[(key.LastIndexOf('/') + 1)..])).ToList();
        var found = await (
            from cutoff in db.Cutoffs.AsNoTracking()
            join plan in db.ActionPlans on cutoff.PlanId equals plan.Id
            where ids == null || ids.Contains(cutoff.Id)
            select new { Cutoff = cutoff, plan.Slug, plan.Title }).ToListAsync(ct);
        return found.ConvertAll(row => new SubjectContent(CutoffSubjects.Cutoff(row.Slug, row.Cutoff.Id), row.Title, text => text
            .Field("falls on", row.Cutoff.FallsOn)
            .Words("source", row.Cutoff.Source)
            .Field("recorded on", row.Cutoff.RecordedOn)
            .Field("cancelled on", row.Cutoff.CancelledOn)
            .Words("cancellation reason", row.Cutoff.CancellationReason)
            .Field("demonstration", row.Cutoff.IsDemonstration)) { IsDemonstration = row.Cutoff.IsDemonstration });
    }
}

/// <summary>A frozen report: the hash of its text says everything.</summary>
internal sealed class AccountabilityReportContents(HubDbContext db) : ISubjectContents
{
    public string Kind => CutoffSubjects.ReportKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var found = await (
            from report in db.AccountabilityReports.AsNoTracking()
            join cutoff in db.Cutoffs on report.CutoffId equals cutoff.Id
            join plan in db.ActionPlans on report.PlanId equals plan.Id
            select new { report.FallsOn, report.FrozenAt, report.Sha256, plan.Slug, plan.Title, cutoff.IsDemonstration }).ToListAsync(ct);
        return [.. found
            .Select(row => new SubjectContent(CutoffSubjects.Report(row.Slug, row.FallsOn), row.Title, text => text
                .Field("falls on", row.FallsOn)
                .Field("frozen at", SessionContents.Instant(row.FrozenAt))
                .Field("sha256", row.Sha256)) { IsDemonstration = row.IsDemonstration })
            .Where(content => keys is null || keys.Contains(content.Subject.Key))];
    }
}

internal sealed class RectificationContents(HubDbContext db) : ISubjectContents
{
    public string Kind => CutoffSubjects.RectificationKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(key => Guid.Parse(key[(key.LastIndexOf('/') + 1)..])).ToList();
        var found = await (
            from rectification in db.Rectifications.AsNoTracking()
            join report in db.AccountabilityReports on rectification.ReportId equals report.Id
            join plan in db.ActionPlans on report.PlanId equals plan.Id
            where ids == null || ids.Contains(rectification.Id)
            select new { Rectification = rectification, report.FallsOn, report.Sha256, plan.Slug }).ToListAsync(ct);
        return found.ConvertAll(row => new SubjectContent(
            CutoffSubjects.Rectification(row.Slug, row.FallsOn, row.Rectification.Id), row.Rectification.Concerns, text => text
                .Field("cites", row.Sha256)
                .Words("concerns", row.Rectification.Concerns)
                .Words("reads", row.Rectification.Reads)
                .Words("should read", row.Rectification.ShouldRead)
                .Words("reason", row.Rectification.Reason)
                .Field("rectified on", row.Rectification.RectifiedOn)
                .Field("demonstration", row.Rectification.IsDemonstration)) { IsDemonstration = row.Rectification.IsDemonstration });
    }
}
