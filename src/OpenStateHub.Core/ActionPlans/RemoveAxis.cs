using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Removes an axis that has no commitments.</summary>
public sealed class RemoveAxis(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid planId, Guid axisId, CancellationToken ct) => db.ChangeDraftAsync(
        planId,
        async plan =>
        {
            await db.Entry(plan).Collection(p => p.Axes).LoadAsync(ct);
            await db.Entry(plan).Collection(p => p.Commitments).LoadAsync(ct);
            return plan.Remove(axisId);
        },
        ct);
}
