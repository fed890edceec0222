using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.ActionPlans.Decided;

/// <summary>Changes a published plan by the secretariat's decision: all that was proposed, as its next version, or nothing.</summary>
internal sealed class ChangeRoadmapEffect(HubDbContext db, CheckRoadmapChange check, ApproveRoadmapChange approve) : IDecisionEffect
{
    public Matter Matter => Matter.ChangeRoadmap;

    public bool CarriesOutAll => true;

    public async Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct) =>
        [.. (await db.RoadmapChanges.AsNoTracking()
            .Where(change => change.Status == RoadmapChangeStatus.Proposed)
            .Join(db.ActionPlans, change => change.PlanId, plan => plan.Id, (change, plan) => new { change.Id, change.Title, plan.Slug })
            .OrderByDescending(change => change.Id)
            .ToListAsync(ct)).Select(change => new DecisionSubject(change.Id, PlanSubjects.Change(change.Slug, change.Id), change.Title))];

    public Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct) => check.ExecuteAsync(decision.SubjectId!.Value, ct);

    public Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct) =>
        approve.ExecuteAsync(decision.SubjectId!.Value, agreement.Number, agreement.AgreedOn, ct);
}
