using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Names the holder of a seat or the alternate and, where an address is given, lets its account vote.</summary>
public sealed class NameSeatMember(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, GrantSeat grant, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid SeatId { get; init; }
        public required SeatCapacity Capacity { get; init; }

        /// <summary>Public: a name, or the office where no name is published.</summary>
        public required string Name { get; init; }

        public string? Office { get; init; }
        public DateOnly? FromOn { get; init; }

        /// <summary>The last day of the term; null: open.</summary>
        public DateOnly? UntilOn { get; init; }

        /// <summary>Not public: of the account that votes; null: none does yet.</summary>
        public string? Email { get; init; }

        /// <summary>Null: an operator, by the command line.</summary>
        public Guid? InvitedBy { get; init; }

        public bool IsDemonstration { get; init; }
    }

    /// <param name="deliver">Gets the token of an invitation and answers the letter that carries it.</param>
    /// <returns>Whether the place has such a seat, and why nobody was named.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Input input, Func<string, Letter?> deliver, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;

        // Of two at once the second waits here, and then sees whom the first named.
        await ledger.ExecuteAsync(ct);

        if (await db.Seats.SingleOrDefaultAsync(seat => seat.Id == input.SeatId, ct) is not { } seat)
        {
            return (false, null);
        }

        var member = new SeatMember
        {
            SeatId = seat.Id,
            Capacity = input.Capacity,
            Name = input.Name.Trim(),
            Office = string.IsNullOrWhiteSpace(input.Office) ? null : input.Office.Trim(),
            FromOn = input.FromOn,
            UntilOn = input.UntilOn,
            IsDemonstration = input.IsDemonstration,
        };
        var others = await db.SeatMembers.AsNoTracking().Where(other => other.SeatId == seat.Id).ToListAsync(ct);

        if (member.Check(seat, others, tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        if (!string.IsNullOrWhiteSpace(input.Email) && await grant.ExecuteAsync(member, input.Email, input.InvitedBy, deliver, ct) is { } noAccount)
        {
            return (true, noAccount);
        }

        db.SeatMembers.Add(member);
        await change.ExecuteAsync(new PublicAct(SecretariatActs.MemberNamed, SecretariatSubjects.Member(member.Id), member.FromOn), ct);

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return (true, null);
    }
}
