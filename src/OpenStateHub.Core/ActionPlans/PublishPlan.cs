using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Publishes an approved plan that lacks nothing; from then on it binds, and its text is kept whole as version 1.</summary>
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

        var whole = await db.WholePlans().AsNoTrackingWithIdentityResolution().SingleAsync(p => p.Id == planId, ct);
        var slugs = await db.Commitments.ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        db.PlanVersions.Add(PlanVersion.First(whole, plan.ApprovedBy, plan.PublishedOn!.Value, slugs));

        // What was taken out of the draft was never public, and can no longer come back.
        db.RemovedPlanParts.RemoveRange(await db.RemovedPlanParts.Where(r => r.PlanId == planId).ToListAsync(ct));
        await change.ExecuteAsync(ActOf(plan, whole), ct);
        return null;
    }

    private static PublicAct ActOf(ActionPlan plan, ActionPlan whole) =>
        new(PlanActs.PlanPublished, PlanSubjects.Plan(plan.Slug), plan.PublishedIsBound ? null : plan.PublishedOn)
        {
            Parts =
            [
                .. whole.Commitments.OrderBy(c => c.Number).SelectMany<Commitment, (string, Subject)>(c =>
                [
                    (PlanActs.CommitmentPublished, PlanSubjects.Commitment(c.Slug)),
                    .. c.Activities.OrderBy(a => a.Action?.Position).ThenBy(a => a.Position)
                        .Select(a => (PlanActs.ActivityPublished, PlanSubjects.Activity(c.Slug, a.Id))),
                ]),
            ],
        };
}
