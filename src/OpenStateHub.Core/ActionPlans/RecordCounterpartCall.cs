using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

public sealed class RecordCounterpartCall(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="revision">Of the plan, as whoever wrote the call had read it.</param>
    public async Task<Refusal?> ExecuteAsync(Guid planId, CounterpartCall call, int revision, CancellationToken ct)
    {
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);

        if (plan.Revision != revision)
        {
            return PlanRefusals.ChangedMeanwhile;
        }

        if (plan.RecordCounterpartCall(call, tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlanRefusals.ChangedMeanwhile;
        }
    }
}
