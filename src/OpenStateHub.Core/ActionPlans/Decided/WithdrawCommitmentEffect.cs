using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.ActionPlans.Decided;

/// <param name="LeaveOut">Whether the commitment also leaves the plan's percentage.</param>
public sealed record WithdrawalTerms(bool LeaveOut);

/// <summary>Withdraws a commitment by the secretariat's decision, whose text gives the reasons.</summary>
internal sealed class WithdrawCommitmentEffect(HubDbContext db, WithdrawCommitment withdraw) : IDecisionEffect
{
    public Matter Matter => Matter.WithdrawCommitment;

    public bool CarriesOutAll => true;

    public async Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct) =>
        [.. (await db.Commitments.AsNoTracking()
            .Where(c => c.WithdrawnOn == null && c.VerifiedOn == null && c.Plan!.PublishedOn != null && c.Plan.ClosedOn == null && !c.Plan.IsTranscription)
            .OrderByDescending(c => c.Plan!.PublishedOn).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.Slug, Title = c.Text.ShortTitle ?? c.Text.Title })
            .ToListAsync(ct)).Select(c => new DecisionSubject(c.Id, PlanSubjects.Commitment(c.Slug), c.Title))];

    public Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    public Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct) => withdraw.ExecuteAsync(
        new WithdrawCommitment.Input
        {
            CommitmentId = decision.SubjectId!.Value,
            Agreement = agreement.Number,
            Reasons = decision.Text,
            LeaveOut = decision.Read<WithdrawalTerms>() is { LeaveOut: true },
            On = agreement.AgreedOn,
        },
        ct);
}
