using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Who is invited to a session: each account of a seat that is held today, holders and alternates alike.</summary>
public sealed class ListInvited(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<IReadOnlyList<Invited>> ExecuteAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var held = await (
            from grant in db.RoleGrants.AsNoTracking()
            join person in db.Users on grant.UserId equals person.Id
            join seat in db.Seats on grant.ScopeId equals seat.Id
            where grant.Role == Role.SecretariatMember && grant.EndedAt == null
            orderby seat.Sector, seat.Organization, person.Id
            select new { Grant = grant, Seat = seat, person.Name, person.Email }).ToListAsync(ct);

        // Whoever speaks for two seats is asked once.
        return [.. held.Where(h => h.Grant.IsHeldOn(today) && h.Seat.IsHeldOn(today) && h.Email is not null)
            .DistinctBy(h => h.Email)
            .Select(h => new Invited(h.Name, h.Email!, h.Seat.Organization))];
    }
}

/// <param name="Organization">Whose seat the person holds or stands in for.</param>
public sealed record Invited(string Name, string Email, string Organization);
