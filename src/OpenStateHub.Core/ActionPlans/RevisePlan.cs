using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Changes what a draft is called and when it runs; a period that leaves a commitment or an activity outside is refused.</summary>
public sealed class RevisePlan(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="seen">What the writer saw before they changed it.</param>
    public Task<Refusal?> ExecuteAsync(Guid planId, PlanHead head, PlanHead seen, CancellationToken ct) => db.ChangeDraftAsync(
        planId,
        async plan =>
        {
            await db.Commitments.Include(c => c.Activities).Where(c => c.PlanId == planId).LoadAsync(ct);
            return plan.Revise(head.Tidy(), seen, tenant.Current.Today(clock));
        },
        ct);
}
