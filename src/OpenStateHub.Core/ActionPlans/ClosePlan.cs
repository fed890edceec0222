using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

public sealed class ClosePlan(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    /// <param name="on">Null: today.</param>
    public async Task<Refusal?> ExecuteAsync(Guid planId, DateOnly? on, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);

        if (plan.Close(on ?? today, today) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(new PublicAct(PlanActs.PlanClosed, PlanSubjects.Plan(plan.Slug), plan.ClosedOn), ct);
        return null;
    }
}
