using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Withdraws a commitment by agreement: it stays visible, and in the percentage unless the agreement says otherwise.</summary>
public sealed class WithdrawCommitment(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid CommitmentId { get; init; }
        public required AgreementNumber? Agreement { get; init; }
        public required string? Reasons { get; init; }

        /// <summary>Whether the agreement takes it out of the plan's percentage.</summary>
        public bool LeaveOut { get; init; }

        /// <summary>Null: today.</summary>
        public DateOnly? On { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var commitment = await db.Commitments.Include(c => c.Plan).SingleAsync(c => c.Id == input.CommitmentId, ct);

        if (commitment.Withdraw(input.Agreement, input.Reasons, input.LeaveOut, input.On ?? today, today) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(
            new PublicAct(PlanActs.CommitmentWithdrawn, PlanSubjects.Commitment(commitment.Slug), commitment.WithdrawnOn), ct);
        return null;
    }
}
