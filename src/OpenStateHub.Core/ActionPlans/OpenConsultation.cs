using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Opens the consultation of a draft, or reopens an approved plan, whose approval is then void.</summary>
public sealed class OpenConsultation(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="on">Null: today.</param>
    public async Task<Refusal?> ExecuteAsync(Guid planId, DateOnly? on, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);

        if (plan.OpenConsultation(on ?? today, today) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
