using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.ActionPlans.Decided;

/// <summary>Approves a plan by the secretariat's decision.</summary>
internal sealed class ApprovePlanEffect(HubDbContext db, ApprovePlan approve) : IDecisionEffect
{
    public Matter Matter => Matter.ApprovePlan;

    public bool CarriesOutAll => true;

    public async Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct) =>
        [.. (await db.ActionPlans.AsNoTracking()
            .Where(plan => plan.Status == PlanStatus.Consultation && !plan.IsTranscription)
            .OrderByDescending(plan => plan.StartsOn).ThenBy(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Slug, plan.Title })
            .ToListAsync(ct)).Select(plan => new DecisionSubject(plan.Id, PlanSubjects.Plan(plan.Slug), plan.Title))];

    /// <summary>Whoever is changing its text is waited for; from then on it does not change until the vote closes.</summary>
    public async Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from action_plans where id = {decision.SubjectId} for share", ct);
        return null;
    }

    public Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct) =>
        approve.ExecuteAsync(decision.SubjectId!.Value, agreement.Number, agreement.AgreedOn, ct);
}
