using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Takes an action with its activities out of a plan that is not approved yet; <see cref="RestorePlanPart"/> brings them back.</summary>
public sealed class RemoveAction(HubDbContext db, TimeProvider clock)
{
    /// <param name="planRevision">The revision of the plan that the person saw: what stands under the action is part of what goes.</param>
    /// <param name="removedId">Made by the caller, so that it can offer to undo.</param>
    public Task<Refusal?> ExecuteAsync(Guid actionId, int planRevision, Guid removedId, Remover by, CancellationToken ct) =>
        db.ChangeActionAsync(actionId, (commitment, action) => RemoveAsync(commitment, action, planRevision, removedId, by, ct), ct);

    private async Task<Refusal?> RemoveAsync(
        Commitment commitment, CommitmentAction action, int planRevision, Guid removedId, Remover by, CancellationToken ct)
    {
        var rows = await RemovedRows.OfActionAsync(db, action.Id, ct);
        db.RemovedPlanParts.Add(new RemovedPlanPart
        {
            Id = removedId,
            PlanId = commitment.PlanId,
            Kind = PlanPartKind.Action,
            Title = action.Title,
            Content = RemovedRows.With(rows, commitment.WeightsOf(actionId: null)),
            RemovedAt = clock.GetUtcNow(),
            RemovedBy = by.PersonId,
            Office = by.Office,
        });
        db.Entry(commitment.Plan!).Property(p => p.Revision).OriginalValue = planRevision;
        return commitment.Remove(action);
    }
}
