using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Offers;

/// <summary>Takes the seat that a municipality offers: the body sits there from today, with its holder, who is invited to that place.</summary>
public sealed class AcceptSeatOffer(HubDbContext db, TenantContext tenant, OperateOn across, LockLedgerHead ledger, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid OfferId { get; init; }
        public string? Organization { get; init; }

        /// <summary>Of the holder; public there.</summary>
        public string? Name { get; init; }

        /// <summary>Of the holder's account there; null: none yet.</summary>
        public string? Email { get; init; }
    }

    /// <param name="deliver">Gets the place and the token of the invitation, and answers the letter that carries it.</param>
    /// <returns>Whether there is such an offer, and why it was not accepted.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Input input, Func<Tenant, string, Letter?> deliver, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Of two answers at once the second waits here, and finds the offer closed.
        await ledger.ExecuteAsync(ct);

        if (await db.SeatOffers.SingleOrDefaultAsync(offer => offer.Id == input.OfferId && offer.Direction == OfferDirection.Received, ct) is not { } offer)
        {
            return (false, null);
        }

        if (offer.Accept(input.Organization, tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        await db.SaveChangesAsync(ct);
        var place = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == offer.OtherId, ct);

        if (await across.RunAsync(place, there => SitAsync(there, offer, input, place, deliver, ct), ct) is { } refusedThere)
        {
            return (true, refusedThere);
        }

        await transaction.CommitAsync(ct);
        return (true, null);
    }

    private static async Task<Refusal?> SitAsync(
        IServiceProvider there, SeatOffer offer, Input input, Tenant place, Func<Tenant, string, Letter?> deliver, CancellationToken ct)
    {
        var db = there.GetRequiredService<HubDbContext>();
        var today = place.Today(there.GetRequiredService<TimeProvider>());
        await there.GetRequiredService<LockLedgerHead>().ExecuteAsync(ct);

        if (!place.IsAtWork || place.IsReadOnly)
        {
            return OfferRefusals.StateNotServed;
        }

        if ((await db.Seats.AsNoTracking().Where(seat => seat.Sector == Sector.Guarantor).ToListAsync(ct)).Any(seat => seat.IsHeldOn(today)))
        {
            return OfferRefusals.SeatHeldAlready;
        }

        there.GetRequiredService<ActingOffice>().Enter(new ActingOffice.Named(offer.Organization!, nameof(Sector.Guarantor)));
        var made = await db.SeatOffers.SingleAsync(one => one.Id == offer.Id, ct);
        var seat = new FillSeat.Input
        {
            Sector = Sector.Guarantor,
            Organization = offer.Organization!,
            OrganizationType = OrganizationType.PublicBody,
            Branch = Branch.Autonomous,
            FromOn = today,
        };

        if ((made.Accept(offer.Organization, today) ?? await there.GetRequiredService<FillSeat>().ExecuteAsync(seat, ct)) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(input.Name))
        {
            return string.IsNullOrWhiteSpace(input.Email) ? null : SeatMemberRefusals.WithoutName;
        }

        var holder = new NameSeatMember.Input { SeatId = seat.Id, Capacity = SeatCapacity.Holder, Name = input.Name, FromOn = today, Email = input.Email };
        return (await there.GetRequiredService<NameSeatMember>().ExecuteAsync(holder, token => deliver(place, token), ct)).Refusal;
    }
}
