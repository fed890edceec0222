using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

public sealed class RenameAxis(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid planId, Guid axisId, string? title, CancellationToken ct) => db.ChangeDraftAsync(
        planId,
        async plan =>
        {
            await db.Entry(plan).Collection(p => p.Axes).LoadAsync(ct);
            return plan.Rename(axisId, title ?? "");
        },
        ct);
}
