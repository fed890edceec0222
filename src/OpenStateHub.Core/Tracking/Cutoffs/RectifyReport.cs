using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>Corrects a frozen report by a text beside it.</summary>
public sealed class RectifyReport(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid CutoffId { get; init; }
        public required string? Concerns { get; init; }
        public required string? Reads { get; init; }
        public required string? ShouldRead { get; init; }
        public required string? Reason { get; init; }
        public bool IsDemonstration { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var found = await (
            from report in db.AccountabilityReports.AsNoTracking()
            join plan in db.ActionPlans on report.PlanId equals plan.Id
            where report.CutoffId == input.CutoffId
            select new { report.Id, report.FallsOn, plan.Slug }).SingleOrDefaultAsync(ct);

        if (found is null)
        {
            return CutoffRefusals.NotOver;
        }

        var rectification = new Rectification
        {
            ReportId = found.Id,
            Concerns = input.Concerns.Tidy() ?? "",
            Reads = input.Reads.Tidy() ?? "",
            ShouldRead = input.ShouldRead.Tidy() ?? "",
            Reason = input.Reason.Tidy() ?? "",
            RectifiedOn = tenant.Current.Today(clock),
            IsDemonstration = input.IsDemonstration,
        };

        if (rectification.Check() is { } refusal)
        {
            return refusal;
        }

        db.Rectifications.Add(rectification);
        await change.ExecuteAsync(
            new PublicAct(CutoffActs.Rectified, CutoffSubjects.Rectification(found.Slug, found.FallsOn, rectification.Id), rectification.RectifiedOn)
            {
                ChangesFigures = false,
            },
            ct);
        return null;
    }
}
