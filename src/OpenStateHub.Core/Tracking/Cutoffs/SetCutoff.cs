using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>Sets a cut-off day of a public plan. A day that is over freezes at once, as its history has it.</summary>
public sealed class SetCutoff(HubDbContext db, TenantContext tenant, PublicChange change, QueueWork queue, TimeProvider clock)
{
    public sealed record Input
    {
        public Guid Id { get; init; } = Guid.CreateVersion7();
        public required Guid PlanId { get; init; }
        public required DateOnly? On { get; init; }
        public string? Source { get; init; }
        public bool IsDemonstration { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.LockPlanAsync(input.PlanId, ct) is not { } plan)
        {
            return CutoffRefusals.PlanNotPublic;
        }

        var cutoff = new Cutoff { Id = input.Id, PlanId = plan.Id, Source = input.Source.Tidy(), IsDemonstration = input.IsDemonstration };

        if (cutoff.Set(plan, input.On, tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        if (await db.IsDayTakenAsync(cutoff, ct))
        {
            return CutoffRefusals.DayTaken;
        }

        db.Cutoffs.Add(cutoff);
        await change.ExecuteAsync(
            new PublicAct(CutoffActs.Set, CutoffSubjects.Cutoff(plan.Slug, cutoff.Id), cutoff.RecordedOn) { ChangesFigures = false }, ct);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Cutoffs, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
