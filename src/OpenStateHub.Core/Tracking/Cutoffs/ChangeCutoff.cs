using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>Changes a cut-off that is still to come, behind the lock of its plan, and has the clock look at it anew.</summary>
public sealed class ChangeCutoff(HubDbContext db, TenantContext tenant, PublicChange change, QueueWork queue, TimeProvider clock)
{
    /// <param name="act">One of the codes of <see cref="CutoffActs"/>.</param>
    /// <param name="step">Asks the cut-off: its plan, and today.</param>
    public async Task<Refusal?> ExecuteAsync(Guid cutoffId, string act, Func<Cutoff, ActionPlan, DateOnly, Refusal?> step, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.LockCutoffAsync(cutoffId, ct) is not var (cutoff, plan))
        {
            return CutoffRefusals.ChangedMeanwhile;
        }

        if (step(cutoff, plan, today) is { } refusal)
        {
            return refusal;
        }

        if (cutoff.IsComing && await db.IsDayTakenAsync(cutoff, ct))
        {
            return CutoffRefusals.DayTaken;
        }

        await change.ExecuteAsync(new PublicAct(act, CutoffSubjects.Cutoff(plan.Slug, cutoff.Id), today) { ChangesFigures = false }, ct);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Cutoffs, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}

/// <summary>Moves a cut-off to another day. Those who were reminded of the old one are reminded of the new one.</summary>
public sealed class MoveCutoff(ChangeCutoff change)
{
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid cutoffId, DateOnly? on, int seen, CancellationToken ct) =>
        change.ExecuteAsync(cutoffId, CutoffActs.Moved, (cutoff, plan, today) => cutoff.Move(plan, on, seen, today), ct);
}

public sealed class CancelCutoff(ChangeCutoff change)
{
    /// <param name="reason">Public.</param>
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid cutoffId, string? reason, int seen, CancellationToken ct) =>
        change.ExecuteAsync(cutoffId, CutoffActs.Cancelled, (cutoff, _, today) => cutoff.Cancel(reason, seen, today), ct);
}
