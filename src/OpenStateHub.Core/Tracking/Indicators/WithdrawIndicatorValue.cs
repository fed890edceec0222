using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>Takes a measured value back, in public and with a reason: the only way to correct it is to record another.</summary>
public sealed class WithdrawIndicatorValue(HubDbContext db, TenantContext tenant, LetFileGo files, RemoveFile remove, PublicChange change, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Guid valueId, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from indicator_values where id = {valueId} for update", ct);
        var value = await db.IndicatorValues.SingleAsync(v => v.Id == valueId, ct);

        if (value.Withdraw(reason, tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        var file = value.Sha256 is null ? (Guid?)null : await files.ExecuteAsync(FileUseKind.IndicatorValue, value.Id, ct);
        var slug = await db.Commitments.Where(c => c.Id == value.CommitmentId).Select(c => c.Slug).SingleAsync(ct);
        await change.ExecuteAsync(
            new PublicAct(IndicatorActs.Withdrawn, IndicatorSubjects.Value(slug, value.Id), value.WithdrawnOn) { ChangesFigures = false }, ct);
        await transaction.CommitAsync(ct);

        if (file is { } id)
        {
            await remove.ExecuteAsync(id, ct);
        }

        return null;
    }
}
