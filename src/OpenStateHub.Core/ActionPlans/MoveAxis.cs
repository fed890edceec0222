using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

public sealed class MoveAxis(HubDbContext db)
{
    /// <param name="steps">-1: up; 1: down.</param>
    public Task<Refusal?> ExecuteAsync(Guid planId, Guid axisId, int steps, CancellationToken ct) => db.ChangeDraftAsync(
        planId,
        async plan =>
        {
            await db.Entry(plan).Collection(p => p.Axes).LoadAsync(ct);
            return plan.Move(axisId, steps);
        },
        ct);
}
