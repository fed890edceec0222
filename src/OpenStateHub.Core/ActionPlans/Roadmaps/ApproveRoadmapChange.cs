using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>Carries out a proposed change, as a whole, and stores the plan's next version, which cites the agreement.</summary>
public sealed class ApproveRoadmapChange(HubDbContext db, TenantContext tenant, PublicChange publicChange, TimeProvider clock)
{
    /// <param name="agreement">The agreement of the secretariat; without one nothing that was promised changes.</param>
    public async Task<Refusal?> ExecuteAsync(Guid changeId, AgreementNumber? agreement, DateOnly on, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var change = await db.RoadmapChanges.Include(c => c.Items).SingleAsync(c => c.Id == changeId, ct);
        await db.Database.ExecuteSqlAsync($"select from action_plans where id = {change.PlanId} for update", ct);
        var plan = await db.WholePlans().SingleAsync(p => p.Id == change.PlanId, ct);

        if ((change.Approve(agreement, on) ?? plan.Change(change, agreement, on, tenant.Current.Today(clock))) is { } refusal)
        {
            // Half changed, and nobody's to save.
            db.ChangeTracker.Clear();
            return refusal;
        }

        var number = await db.PlanVersions.Where(v => v.PlanId == plan.Id).MaxAsync(v => v.Number, ct) + 1;
        var slugs = await db.Commitments.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        db.PlanVersions.Add(PlanVersion.Next(plan, number, change, slugs));
        await publicChange.ExecuteAsync(ActOf(plan, change), ct);

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return null;
    }

    private static PublicAct ActOf(ActionPlan plan, RoadmapChange change) =>
        new(PlanActs.PlanChanged, PlanSubjects.Plan(plan.Slug), change.ApprovedOn)
        {
            Parts =
            [
                (PlanActs.ChangeApproved, PlanSubjects.Change(plan.Slug, change.Id)),
                .. change.Items.Where(item => item.CommitmentId is not null).GroupBy(item => item.CommitmentId)
                    .SelectMany(part => PartsOf(plan.Commitments.Single(c => c.Id == part.Key), [.. part])),
            ],
        };

    // Titles and weights of actions stand in the commitment's text; an activity is a subject of its own.
    private static IEnumerable<(string, Subject)> PartsOf(Commitment commitment, IReadOnlyList<RoadmapItem> items)
    {
        if (items.Any(item => item.Field is RoadmapField.Withdrawal))
        {
            yield return (PlanActs.CommitmentWithdrawn, PlanSubjects.Commitment(commitment.Slug));
        }
        else if (items.Any(item => item.ActivityId is null))
        {
            yield return (PlanActs.CommitmentChanged, PlanSubjects.Commitment(commitment.Slug));
        }

        foreach (var activity in items.Select(item => item.ActivityId).OfType<Guid>().Distinct())
        {
            yield return (PlanActs.ActivityChanged, PlanSubjects.Activity(commitment.Slug, activity));
        }
    }
}
