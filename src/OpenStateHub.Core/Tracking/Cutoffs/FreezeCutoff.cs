using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>Freezes a cut-off whose day is over into its public report. Doing it twice does no more than once: the second is refused.</summary>
public sealed class FreezeCutoff(HubDbContext db, TenantContext tenant, ReadCutoffSnapshot read, PublicChange change, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Guid cutoffId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.LockCutoffAsync(cutoffId, ct) is not var (cutoff, plan))
        {
            return CutoffRefusals.ChangedMeanwhile;
        }

        if (cutoff.Freeze(tenant.Current.Today(clock), now) is { } refusal)
        {
            return refusal;
        }

        db.AccountabilityReports.Add(AccountabilityReport.Of(cutoff, await read.ExecuteAsync(plan, cutoff.FallsOn, ct), now));
        await change.ExecuteAsync(
            new PublicAct(CutoffActs.Frozen, CutoffSubjects.Report(plan.Slug, cutoff.FallsOn), cutoff.FallsOn) { ChangesFigures = false }, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
