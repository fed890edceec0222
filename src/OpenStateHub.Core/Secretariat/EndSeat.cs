using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Ends seats: one that an organisation gives up, or all of a sector that leaves. Whoever sat there sits and votes no longer; it all stays on record.</summary>
public sealed class EndSeat(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, EndSeatGrants grants, PublicChange change, TimeProvider clock)
{
    /// <param name="on">The last day.</param>
    /// <returns>Whether the place has such a seat, and why it was not ended.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, DateOnly? on, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);

        if (await db.Seats.SingleOrDefaultAsync(seat => seat.Id == id, ct) is not { } seat)
        {
            return (false, null);
        }

        if (await EndAsync([seat], SecretariatActs.SeatEnded, on, reason, ct) is { } refusal)
        {
            return (true, refusal);
        }

        await transaction.CommitAsync(ct);
        return (true, null);
    }

    /// <summary>The sector leaves: with its last seat the place is without sector quorum.</summary>
    public async Task<Refusal?> LeaveAsync(Sector sector, DateOnly? on, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);
        var today = tenant.Current.Today(clock);
        var seats = (await db.Seats.Where(seat => seat.Sector == sector).OrderBy(seat => seat.Id).ToListAsync(ct)).FindAll(seat => !(seat.UntilOn < today));

        if (seats.Count == 0)
        {
            return EndingRefusals.SectorHoldsNoSeat;
        }

        if (await EndAsync(seats, SecretariatActs.SectorLeft, on, reason, ct) is { } refusal)
        {
            return refusal;
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> EndAsync(IReadOnlyList<Seat> seats, string act, DateOnly? on, string? reason, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var ids = seats.Select(seat => seat.Id).ToList();
        var members = (await db.SeatMembers.Where(member => ids.Contains(member.SeatId)).OrderBy(member => member.Id).ToListAsync(ct))
            .FindAll(member => member.UntilOn is null || member.UntilOn > on);

        if (seats.Select(seat => seat.End(on, reason, today)).Concat(members.Select(member => member.End(on, reason, today))).FirstOrDefault(no => no is not null) is { } refusal)
        {
            return refusal;
        }

        await grants.OfSeatsAsync(ids, ct);
        await change.ExecuteAsync(
            new PublicAct(act, SecretariatSubjects.Seat(ids[0]), on)
            {
                Parts =
                [
                    .. ids.Skip(1).Select(id => (act, SecretariatSubjects.Seat(id))),
                    .. members.Select(member => (SecretariatActs.MemberEnded, SecretariatSubjects.Member(member.Id))),
                ],
            },
            ct);
        return null;
    }
}
