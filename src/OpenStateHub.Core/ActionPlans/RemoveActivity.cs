using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Takes an activity out of a plan that is not approved yet; <see cref="RestorePlanPart"/> brings it back.</summary>
public sealed class RemoveActivity(HubDbContext db, TimeProvider clock)
{
    /// <param name="removedId">Made by the caller, so that it can offer to undo.</param>
    /// <param name="revision">The revision that the person saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid activityId, int revision, Guid removedId, Remover by, CancellationToken ct) =>
        db.ChangeActivityAsync(activityId, activity => RemoveAsync(activity, revision, removedId, by, ct), ct);

    private async Task<Refusal?> RemoveAsync(Activity activity, int revision, Guid removedId, Remover by, CancellationToken ct)
    {
        var commitment = activity.Commitment!;
        var rows = await RemovedRows.OfActivityAsync(db, activity.Id, ct);
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
        return commitment.Remove(activity);
    }
}
