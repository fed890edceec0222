using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Takes an activity out of a plan that is not approved yet; <see cref="RestorePlanPart"/> brings it back.</summary>
public sealed class RemoveActivity(HubDbContext db, TimeProvider clock)
{
    /// <param name="removedId">Made by the caller, so that it can offer to undo.</param>
    /// <param name="revision">The revision that the person saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid activityId, int revision, Guid removedId, Remover by, CancellationToken ct) =>
        db.InOneTransactionAsync(() => RemoveAsync(activityId, revision, removedId, by, ct), ct);

    private async Task<Refusal?> RemoveAsync(Guid activityId, int revision, Guid removedId, Remover by, CancellationToken ct)
    {
        if (await db.LockPartOfPlanAsync(activityId, ct) is not { } activity)
        {
            return ActivityRefusals.Removed;
        }

        var commitment = activity.Commitment!;
        var rows = await RemovedRows.OfActivityAsync(db, activityId, ct);
        db.RemovedPlanParts.Add(new RemovedPlanPart
        {
            Id = removedId,
            PlanId = commitment.PlanId,
            Kind = PlanPartKind.Activity,
            Title = activity.Description,
            Content = RemovedRows.With(rows, commitment.WeightsOf(activity.ActionId)),
            RemovedAt = clock.GetUtcNow(),
            RemovedBy = by.PersonId,
            Office = by.Office,
        });
        db.Entry(activity).Property(a => a.Revision).OriginalValue = revision;

        if (commitment.Remove(activity) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
