using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>For whom a person acts, as the public record names it: a body and its sector, never a name.</summary>
/// <param name="Office">Null for whoever acts for no body: a citizen.</param>
/// <param name="Sector">Only a seat has one.</param>
/// <param name="SeatId">The seat that votes and verifies.</param>
public sealed record Actor(Guid PersonId, string? Office, Sector? Sector, Guid? SeatId);

public sealed class FindActor(HubDbContext db, ListGrants grants, TenantContext tenant, TimeProvider clock)
{
    public async Task<Actor> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        var held = await grants.ExecuteAsync(personId, ct);

        if (held.FirstOrDefault(grant => grant.Role is Role.SecretariatMember) is { ScopeId: { } seatId }
            && await db.Seats.AsNoTracking().SingleOrDefaultAsync(seat => seat.Id == seatId, ct) is { } seat
            && seat.IsHeldOn(tenant.Current.Today(clock)))
        {
            return new Actor(personId, seat.Organization, seat.Sector, seat.Id);
        }

        return new Actor(personId, held.Select(grant => grant.Office).FirstOrDefault(office => office is not null), null, null);
    }
}
