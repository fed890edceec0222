using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.ActionPlans.Decided;

/// <summary>A public plan whose roadmap is to change: the agreement is what the new version will cite, and stays pending until there is one.</summary>
internal sealed class ChangeRoadmapEffect(HubDbContext db) : IDecisionEffect
{
    public Matter Matter => Matter.ChangeRoadmap;

    public bool CarriesOutAll => false;

    public async Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct) =>
        [.. (await db.ActionPlans.AsNoTracking()
            .Where(plan => (plan.Status == PlanStatus.Published || plan.Status == PlanStatus.InImplementation) && !plan.IsTranscription)
            .OrderByDescending(plan => plan.StartsOn).ThenBy(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Slug, plan.Title })
            .ToListAsync(ct)).Select(plan => new DecisionSubject(plan.Id, PlanSubjects.Plan(plan.Slug), plan.Title))];

    public Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    public Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct) => Task.FromResult<Refusal?>(null);
}
