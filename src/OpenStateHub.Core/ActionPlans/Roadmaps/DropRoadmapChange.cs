using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>Gives a proposal up: a draft goes without a trace, what was public stays so and says why.</summary>
public sealed class DropRoadmapChange(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, PublicChange publicChange, TimeProvider clock)
{
    /// <param name="reason">Compulsory where it is public already.</param>
    public async Task<Refusal?> ExecuteAsync(Guid changeId, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // A vote on it is opened behind the same lock.
        await ledger.ExecuteAsync(ct);
        var change = await db.RoadmapChanges.Include(c => c.Items).SingleAsync(c => c.Id == changeId, ct);

        if (!change.IsPublic)
        {
            db.RoadmapChanges.Remove(change);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }

        var today = tenant.Current.Today(clock);
        var isInVote = await db.Decisions.AnyAsync(d => d.Matter == Matter.ChangeRoadmap && d.SubjectId == changeId && d.Outcome == DecisionOutcome.Open, ct);

        if ((isInVote ? RoadmapRefusals.InVote : change.Drop(reason, today)) is { } refusal)
        {
            return refusal;
        }

        var plan = await db.ActionPlans.Where(p => p.Id == change.PlanId).Select(p => p.Slug).SingleAsync(ct);
        await publicChange.ExecuteAsync(new PublicAct(PlanActs.ChangeDropped, PlanSubjects.Change(plan, change.Id), today) { ChangesFigures = false }, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
