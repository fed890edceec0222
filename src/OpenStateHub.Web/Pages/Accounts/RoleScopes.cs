using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Accounts;

/// <summary>The things that a role can be held on: seats for members of the secretariat, commitments for their owners.</summary>
public sealed class RoleScopes(HubDbContext db, TenantContext tenant, TimeProvider clock, IStringLocalizer<SharedWords> words)
{
    /// <summary>What may be chosen today for a role that needs one.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfferedAsync(Role role, CancellationToken ct)
    {
        switch (role)
        {
            case Role.SecretariatMember:
                var today = tenant.Current.Today(clock);
                var seats = await db.Seats.AsNoTracking().OrderBy(seat => seat.Sector).ThenBy(seat => seat.Organization).ToListAsync(ct);
                return seats.FindAll(seat => seat.IsHeldOn(today)).ConvertAll(seat => (seat.Id, $"{words[$"Sector_{seat.Sector}"]} · {seat.Organization}"));
            case Role.ActivityOwner:
                var commitments = await db.Commitments
                    .Where(commitment => commitment.Plan!.ClosedOn == null && commitment.WithdrawnOn == null)
                    .OrderByDescending(commitment => commitment.Plan!.StartsOn).ThenBy(commitment => commitment.Number)
                    .Select(commitment => new { commitment.Id, commitment.Number, commitment.Text.Title })
                    .ToListAsync(ct);
                return commitments.ConvertAll(commitment => (commitment.Id, $"{commitment.Number}. {commitment.Title}"));
            default:
                return [];
        }
    }

    /// <summary>What every thing that somebody holds a role on is called.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken ct)
    {
        var held = db.RoleGrants.Where(grant => grant.EndedAt == null).Select(grant => grant.ScopeId);
        var seats = await db.Seats.Where(seat => held.Contains(seat.Id)).Select(seat => new { seat.Id, Name = seat.Organization }).ToListAsync(ct);
        var commitments = await db.Commitments.Where(c => held.Contains(c.Id)).Select(c => new { c.Id, Name = c.Text.Title }).ToListAsync(ct);
        var activities = await db.Activities.Where(a => held.Contains(a.Id)).Select(a => new { a.Id, Name = a.Description }).ToListAsync(ct);
        return seats.Concat(commitments).Concat(activities).ToDictionary(thing => thing.Id, thing => thing.Name);
    }
}
