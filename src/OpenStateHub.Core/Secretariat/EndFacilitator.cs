using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Says until which day somebody facilitated, and why no longer.</summary>
public sealed class EndFacilitator(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, PublicChange change, TimeProvider clock)
{
    /// <param name="on">The last day.</param>
    /// <returns>Whether the place has such a facilitator, and why it was not ended.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, DateOnly? on, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);

        if (await db.Facilitators.SingleOrDefaultAsync(facilitator => facilitator.Id == id, ct) is not { } facilitator)
        {
            return (false, null);
        }

        if (facilitator.End(on, reason, tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        await change.ExecuteAsync(new PublicAct(SecretariatActs.FacilitatorEnded, new Subject(SecretariatSubjects.FacilitatorKind, id), on), ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
