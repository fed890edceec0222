using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Takes a commitment with all that stands under it out of a plan that is not approved yet; <see cref="RestorePlanPart"/> brings it back.</summary>
public sealed class RemoveCommitment(HubDbContext db, TimeProvider clock)
{
    /// <param name="planRevision">The revision of the plan that the person saw: what stands under the commitment is part of what goes.</param>
    /// <param name="removedId">Made by the caller, so that it can offer to undo.</param>
    public Task<Refusal?> ExecuteAsync(Guid commitmentId, int planRevision, Guid removedId, Remover by, CancellationToken ct) =>
        db.InOneTransactionAsync(() => RemoveAsync(commitmentId, planRevision, removedId, by, ct), ct);

    private async Task<Refusal?> RemoveAsync(Guid commitmentId, int planRevision, Guid removedId, Remover by, CancellationToken ct)
    {
        if (await db.LockCommitmentAsync(commitmentId, ct) is not { } commitment)
        {
            return CommitmentRefusals.Removed;
        }

        var plan = commitment.Plan!;
        var later = await db.Commitments.Where(c => c.ContinuationOfId == commitmentId).Select(c => c.Plan!.Title).FirstOrDefaultAsync(ct);

        if (later is not null)
        {
            return CommitmentRefusals.IsContinued with { Detail = later };
        }

        var rows = await RemovedRows.OfCommitmentAsync(db, commitmentId, ct);
        db.RemovedPlanParts.Add(new RemovedPlanPart
        {
            Id = removedId,
            PlanId = plan.Id,
            Kind = PlanPartKind.Commitment,
            Title = RemovedRows.TitleIn(rows),
            Content = rows,
            RemovedAt = clock.GetUtcNow(),
            RemovedBy = by.PersonId,
            Office = by.Office,
        });
        db.Entry(plan).Property(p => p.Revision).OriginalValue = planRevision;

        // Whole, so that all of it goes.
        await db.Commitments.Include(c => c.Actors).Include(c => c.Values).Include(c => c.Links).AsSplitQuery().Where(c => c.PlanId == plan.Id).LoadAsync(ct);

        if (plan.Remove(commitment) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
