using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>Takes evidence back, in public and with a reason. Of a file its hash, name and size stay; its bytes go unless something else uses them.</summary>
public sealed class WithdrawEvidence(HubDbContext db, TenantContext tenant, LetFileGo files, RemoveFile remove, PublicChange change, TimeProvider clock)
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

        var file = item.Sha256 is null ? (Guid?)null : await files.ExecuteAsync(FileUseKind.Evidence, item.Id, ct);
        await change.ExecuteAsync(new PublicAct(TrackingActs.EvidenceWithdrawn, PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id), item.WithdrawnOn), ct);
        await transaction.CommitAsync(ct);

        // At once, because what is taken back is often what nobody should have seen; killed in between, the sweep does it.
        if (file is { } id)
        {
            await remove.ExecuteAsync(id, ct);
        }

        return null;
    }
}
