using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>One frozen report with its corrections, and the plan's report before it to compare with.</summary>
public sealed class FindAccountabilityReport(HubDbContext db)
{
    /// <returns>Null where the place has no such report.</returns>
    public async Task<Found?> ExecuteAsync(string plan, DateOnly day, CancellationToken ct)
    {
        var found = await (
            from report in db.AccountabilityReports.AsNoTracking()
            join cutoff in db.Cutoffs on report.CutoffId equals cutoff.Id
            join of in db.ActionPlans on report.PlanId equals of.Id
            where of.Slug == plan && report.FallsOn == day
            select new { Report = report, Cutoff = cutoff }).SingleOrDefaultAsync(ct);

        if (found is null)
        {
            return null;
        }

        var before = await db.AccountabilityReports.AsNoTracking()
            .Where(r => r.PlanId == found.Report.PlanId && r.FallsOn < day)
            .OrderByDescending(r => r.FallsOn)
            .FirstOrDefaultAsync(ct);
        var rectifications = await db.Rectifications.AsNoTracking()
            .Where(r => r.ReportId == found.Report.Id)
            .OrderBy(r => r.RectifiedOn).ThenBy(r => r.Id)
            .ToListAsync(ct);
        return new Found
        {
            Report = found.Report,
            Cutoff = found.Cutoff,
            Snapshot = CutoffSnapshot.From(found.Report.Content),
            Before = before is null ? null : CutoffSnapshot.From(before.Content),
            Rectifications = rectifications,
        };
    }

    public sealed record Found
    {
        public required AccountabilityReport Report { get; init; }
        public required Cutoff Cutoff { get; init; }
        public required CutoffSnapshot Snapshot { get; init; }

        /// <summary>Null: this is the plan's first.</summary>
        public CutoffSnapshot? Before { get; init; }

        public required IReadOnlyList<Rectification> Rectifications { get; init; }

        /// <summary>How each commitment stood before, by its address.</summary>
        public IReadOnlyDictionary<string, CutoffSnapshot.CommitmentLine> LinesBefore =>
            (Before?.Commitments ?? []).ToDictionary(line => line.Slug);
    }
}
