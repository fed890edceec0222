using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Offers;

/// <summary>Offers a municipality's guarantor seat to its state: both get their row, and the state's administrators a letter, or nothing happens.</summary>
public sealed class OfferGuarantorSeat(HubDbContext db, TenantContext tenant, OperateOn across, LockLedgerHead ledger, TimeProvider clock)
{
    /// <param name="letter">To each administrator of the state, from the state's own address.</param>
    public async Task<Refusal?> ExecuteAsync(string? message, Func<Tenant, Letter> letter, CancellationToken ct)
    {
        var place = tenant.Current;
        var today = place.Today(clock);
        var said = string.IsNullOrWhiteSpace(message) ? null : message.Trim();

        if (said?.Length > SeatOffer.MaxMessageLength)
        {
            return OfferRefusals.MessageTooLong;
        }

        if (place.Kind is not TenantKind.Municipality)
        {
            return OfferRefusals.NoMunicipality;
        }

        if (await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Id == place.ParentId, ct) is not { Status: TenantStatus.Active } state)
        {
            return OfferRefusals.StateNotServed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Of two at once the second waits here, and then sees the first one's offer.
        await ledger.ExecuteAsync(ct);

        if ((await db.Seats.AsNoTracking().Where(seat => seat.Sector == Sector.Guarantor).ToListAsync(ct)).Any(seat => seat.IsHeldOn(today)))
        {
            return OfferRefusals.SeatHeldAlready;
        }

        if (await db.SeatOffers.AnyAsync(offer => offer.Direction == OfferDirection.Made && offer.Status == OfferStatus.Open, ct))
        {
            return OfferRefusals.OpenAlready;
        }

        var made = new SeatOffer { Direction = OfferDirection.Made, OtherId = state.Id, Message = said, OfferedOn = today };
        db.SeatOffers.Add(made);
        await db.SaveChangesAsync(ct);
        await across.RunAsync(state, there => ReceiveAsync(there, made, place.Id, letter(state), ct), ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static async Task<bool> ReceiveAsync(IServiceProvider there, SeatOffer made, TenantId from, Letter letter, CancellationToken ct)
    {
        var db = there.GetRequiredService<HubDbContext>();
        var mail = there.GetRequiredService<QueueMail>();
        db.SeatOffers.Add(new SeatOffer { Id = made.Id, Direction = OfferDirection.Received, OtherId = from, Message = made.Message, OfferedOn = made.OfferedOn });
        var addresses = await db.RoleGrants
            .Where(grant => grant.Role == Role.Administrator && grant.EndedAt == null)
            .Join(db.Users, grant => grant.UserId, person => person.Id, (_, person) => person.Email)
            .Distinct()
            .ToListAsync(ct);

        foreach (var address in addresses.OfType<string>())
        {
            mail.To(address, letter);
        }

        await db.SaveChangesAsync(ct);
        return true;
    }
}
