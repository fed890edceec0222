using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Says until which day somebody sat on a seat, and why no longer. The account loses the seat's vote at once.</summary>
public sealed class EndSeatMember(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, EndSeatGrants grants, PublicChange change, TimeProvider clock)
{
    /// <param name="on">The last day.</param>
    /// <returns>Whether the place has such a member, and why the term was not ended.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, DateOnly? on, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);

        if (await db.SeatMembers.SingleOrDefaultAsync(member => member.Id == id, ct) is not { } member)
        {
            return (false, null);
        }

        if (member.End(on, reason, tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        await grants.ExecuteAsync([member], ct);
        await change.ExecuteAsync(new PublicAct(SecretariatActs.MemberEnded, SecretariatSubjects.Member(id), on), ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
