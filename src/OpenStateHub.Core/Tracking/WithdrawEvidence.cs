using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

public sealed class WithdrawEvidence(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    /// <param name="reason">Public.</param>
    public async Task<Refusal?> ExecuteAsync(Guid evidenceId, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var item = await db.EvidenceItems.SingleAsync(e => e.Id == evidenceId, ct);
        var activity = await db.LockActivityAsync(item.ActivityId, ct);
        var others = await db.EvidenceItems.CountAsync(e => e.ActivityId == activity.Id && e.Id != item.Id && e.WithdrawnOn == null, ct);
        var isNeeded = activity.Status is ActivityStatus.Complete or ActivityStatus.Verified;

        if (item.Withdraw(reason, others, isNeeded, tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(new PublicAct(TrackingActs.EvidenceWithdrawn, PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id), item.WithdrawnOn), ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
