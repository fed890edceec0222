using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Publishes an approved plan that lacks nothing; from then on it binds.</summary>
public sealed class PublishPlan(HubDbContext db, TenantContext tenant, CheckPublishGate gate, PublicChange change, TimeProvider clock)
{
    /// <param name="on">Null: today.</param>
    /// <param name="isBound">Only the day by which it was public is known: in a transcription.</param>
    public async Task<Refusal?> ExecuteAsync(Guid planId, DateOnly? on, CancellationToken ct, bool isBound = false)
    {
        var today = tenant.Current.Today(clock);

        // The plan first: whoever changes its text after the gate looked also changes the revision, and this save then fails.
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == planId, ct);
        var found = await gate.ExecuteAsync(planId, ct);

        if (plan.Publish(found!, on ?? today, today, isBound) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(ct);
        return null;
    }
}
