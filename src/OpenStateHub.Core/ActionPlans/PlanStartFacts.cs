using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Onboarding.Start;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>How far the start has come with a first plan.</summary>
internal sealed class PlanStartFacts(HubDbContext db) : IStartFacts
{
    public async Task<IReadOnlyList<StartFact>> ReadAsync(CancellationToken ct)
    {
        var plans = await db.ActionPlans.Select(plan => plan.Status).ToListAsync(ct);
        return [new(StartStep.Plan, plans.Any(status => status >= PlanStatus.Published) ? StepState.Done : plans.Count > 0 ? StepState.Going : StepState.Open)];
    }
}
