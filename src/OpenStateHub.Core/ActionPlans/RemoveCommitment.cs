using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Takes a commitment with all that stands under it out of a plan that is not approved yet; <see cref="RestorePlanPart"/> brings it back.</summary>
public sealed class RemoveCommitment(HubDbContext db, TimeProvider clock)
{
    /// <param name="planRevision">The revision of the plan that the person saw: what stands under the commitment is part of what goes.</param>
    /// <param name="removedId">Made by the caller, so that it can offer to undo.</param>
    public Task<Refusal?> ExecuteAsync(Guid commitmentId, int planRevision, Guid removedId, Remover by, CancellationToken ct) =>
        db.ChangeCommitmentAsync(
            commitmentId, CommitmentRefusals.Removed, commitment => RemoveAsync(commitment, planRevision, removedId, by, ct), ct);

    private async Task<Refusal?> RemoveAsync(Commitment commitment, int planRevision, Guid removedId, Remover by, CancellationToken ct)
    {
        var plan = commitment.Plan!;
        var later = await db.Commitments.Where(c => c.ContinuationOfId == commitment.Id).Select(c => c.Plan!.Title).FirstOrDefaultAsync(ct);

        if (later is not null)
        {
            return CommitmentRefusals.IsContinued with { Detail = later };
        }

        var rows = await RemovedRows.OfCommitmentAsync(db, commitment.Id, ct);
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
        return plan.Remove(commitment);
    }
}
