using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

public sealed class ApprovePlan(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="agreement">The agreement of the secretariat that approved the plan.</param>
    /// <param name="on">Null: today.</param>
    public async Task<Refusal?> ExecuteAsync(Guid planId, AgreementNumber? agreement, DateOnly? on, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);

        if (plan.Approve(agreement, on ?? today, today) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
