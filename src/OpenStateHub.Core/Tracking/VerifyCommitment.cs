using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.Tracking;

/// <summary>
/// Finds a commitment done, all of whose activities are verified. It is done by a decision of the secretariat alone: no page and no command lets
/// anybody, an administrator for one, set it.
/// </summary>
internal sealed class VerifyCommitment(HubDbContext db, PublicChange change) : IDecisionEffect
{
    public Matter Matter => Matter.VerifyCommitment;

    public bool CarriesOutAll => true;

    public async Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct) =>
        [.. (await db.Commitments.AsNoTracking()
            .Where(c => c.WithdrawnOn == null && c.VerifiedOn == null && c.Plan!.PublishedOn != null)
            .Where(c => c.Activities.Any() && c.Activities.All(activity => activity.Status == ActivityStatus.Verified))
            .OrderByDescending(c => c.Plan!.PublishedOn).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.Slug, Title = c.Text.ShortTitle ?? c.Text.Title })
            .ToListAsync(ct)).Select(c => new DecisionSubject(c.Id, PlanSubjects.Commitment(c.Slug), c.Title))];

    public Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    public async Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct)
    {
        var commitment = await db.Commitments.SingleAsync(c => c.Id == decision.SubjectId, ct);
        var states = await db.Activities.Where(a => a.CommitmentId == commitment.Id).Select(a => a.Status).ToListAsync(ct);

        if (commitment.Verify(agreement.Number, states, agreement.AgreedOn) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(
            new PublicAct(TrackingActs.CommitmentVerified, PlanSubjects.Commitment(commitment.Slug), commitment.VerifiedOn), ct);
        return null;
    }
}
