using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Takes a step of a plan that everybody already reads, and records it.</summary>
public sealed class TakePublicStep(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    /// <param name="act">One of the codes of <see cref="PlanActs"/>.</param>
    /// <param name="on">Null: today.</param>
    /// <param name="step">Asks the plan: the day of the step, and today.</param>
    public async Task<Refusal?> ExecuteAsync(Guid planId, string act, DateOnly? on, Func<ActionPlan, DateOnly, DateOnly, Refusal?> step, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var day = on ?? today;
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);

        if (step(plan, day, today) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(new PublicAct(act, PlanSubjects.Plan(plan.Slug), day), ct);
        return null;
    }
}
