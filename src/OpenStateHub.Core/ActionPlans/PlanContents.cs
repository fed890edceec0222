using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>A published plan: its text, the steps it took, and the hash of each version that was signed.</summary>
internal sealed class PlanContents(HubDbContext db) : ISubjectContents
{
    public string Kind => PlanSubjects.PlanKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var plans = await db.ActionPlans
            .AsNoTracking()
            .Include(p => p.Axes)
            .Where(p => p.PublishedOn != null && (keys == null || keys.Contains(p.Slug)))
            .ToListAsync(ct);
        var ids = plans.ConvertAll(p => p.Id);
        var versions = (await db.PlanVersions
                .AsNoTracking()
                .Where(v => ids.Contains(v.PlanId))
                .OrderBy(v => v.Number)
                .ToListAsync(ct))
            .ToLookup(v => v.PlanId);
        return plans.ConvertAll(p => new SubjectContent(PlanSubjects.Plan(p.Slug), p.Title, text => Write(text, p, versions[p.Id])) { IsDemonstration = p.IsDemonstration });
    }

    private static void Write(CanonicalText text, ActionPlan plan, IEnumerable<PlanVersion> versions)
    {
        PlanText.Write(text, plan)
            .Field("status", plan.Status)
            .Field("consultation on", plan.ConsultationOn)
            .Field("approved by", plan.ApprovedBy?.Value)
            .Field("approved on", plan.ApprovedOn)
            .Field("published on", plan.PublishedOn)
            .Field("published is bound", plan.PublishedIsBound)
            .Field("implementation on", plan.ImplementationOn)
            .Field("closed on", plan.ClosedOn)
            .Field("evaluated on", plan.EvaluatedOn);

        foreach (var version in versions)
        {
            text.Part("version")
                .Field("number", version.Number)
                .Field("signed on", version.SignedOn)
                .Field("agreement", version.Agreement?.Value)
                .Field("sha256", CanonicalText.Sha256Of(version.Text));
        }
    }
}
