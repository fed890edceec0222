using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

public sealed class RecordCounterpartCall(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Guid planId, CounterpartCall call, CancellationToken ct)
    {
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);

        if (plan.RecordCounterpartCall(call, tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
