using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Owners;

/// <summary>Who is in charge of a commitment and of each of its activities: for the office, as its counterpart, and who was asked to be.</summary>
public sealed class ListOwners(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <returns>Null where the place has no such commitment in a plan that is not closed.</returns>
    public async Task<Found?> ExecuteAsync(string slug, CancellationToken ct)
    {
        var commitment = await db.Commitments.AsNoTracking()
            .Include(c => c.Plan)
            .Include(c => c.Actors)
            .Include(c => c.Activities)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Slug == slug && c.Plan!.ClosedOn == null && c.WithdrawnOn == null, ct);

        if (commitment is null)
        {
            return null;
        }

        string? Body(ActorRole role) => commitment.Actors.FirstOrDefault(a => a.Role == role)?.Organization;
        List<Thing> things =
        [
            new(commitment.Id, commitment.Text.Title, Body(ActorRole.Lead), Body(ActorRole.CivilSocietyCounterpart), []),
            .. commitment.Activities.OrderBy(a => a.Position).Select(a => new Thing(a.Id, a.Description, a.GovernmentOwner, a.CivilSocietyOwner, [])),
        ];
        var owners = (await OwnersAsync([.. things.Select(thing => thing.Id)], ct)).ToLookup(owner => owner.ScopeId);
        return new Found(
            commitment.Slug,
            commitment.Text.Title,
            commitment.Plan!.Title,
            commitment.Plan.EndsOn,
            things.ConvertAll(thing => thing with { Owners = [.. owners[thing.Id]] }));
    }

    private async Task<List<Owner>> OwnersAsync(List<Guid> things, CancellationToken ct)
    {
        var (today, now) = (tenant.Current.Today(clock), clock.GetUtcNow());
        var held = await (
            from grant in db.RoleGrants.AsNoTracking()
            join person in db.Users on grant.UserId equals person.Id
            where grant.Role == Role.ActivityOwner && grant.EndedAt == null && things.Contains(grant.ScopeId!.Value) && grant.UntilOn >= today
            orderby grant.Id
            select new Owner(grant.ScopeId!.Value, grant.Id, person.Name, person.Email!, grant.Office, grant.Sector ?? OwnerSector.Government, grant.UntilOn)).ToListAsync(ct);
        var asked = await db.Invitations.AsNoTracking()
            .Where(i => i.Role == Role.ActivityOwner && i.AcceptedAt == null && i.ExpiresAt > now && things.Contains(i.ScopeId!.Value))
            .OrderBy(i => i.Id)
            .Select(i => new Owner(i.ScopeId!.Value, null, null, i.Email, i.Office, i.Sector ?? OwnerSector.Government, i.UntilOn))
            .ToListAsync(ct);
        return [.. held, .. asked];
    }

    /// <param name="EndsOn">The plan's: what a term is proposed to end with.</param>
    /// <param name="Things">The whole commitment, then its activities.</param>
    public sealed record Found(string Slug, string Title, string PlanTitle, DateOnly? EndsOn, IReadOnlyList<Thing> Things);

    /// <param name="GovernmentOwner">As the plan names the body.</param>
    /// <param name="CivilSocietyOwner">As the plan names the body; null: it has no counterpart.</param>
    public sealed record Thing(Guid Id, string Name, string? GovernmentOwner, string? CivilSocietyOwner, IReadOnlyList<Owner> Owners);

    /// <param name="GrantId">Null: an invitation that nobody has accepted yet.</param>
    /// <param name="UntilOn">The last day.</param>
    public sealed record Owner(Guid ScopeId, Guid? GrantId, string? Name, string Email, string? Office, OwnerSector Sector, DateOnly? UntilOn);
}
