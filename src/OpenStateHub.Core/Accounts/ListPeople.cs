using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts;

/// <summary>Who may do what here, and who was invited to.</summary>
public sealed class ListPeople(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<Found> ExecuteAsync(CancellationToken ct)
    {
        var (today, now) = (tenant.Current.Today(clock), clock.GetUtcNow());
        var people = await db.Users
            .Where(person => person.DissociatedAt == null)
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new PersonRow(
                person.Name,
                person.Email!,
                db.RoleGrants
                    .Where(grant => grant.UserId == person.Id && grant.EndedAt == null && (grant.UntilOn == null || grant.UntilOn >= today))
                    .OrderBy(grant => grant.FromOn).ThenBy(grant => grant.Id)
                    .Select(grant => new GrantRow(grant.Id, grant.Role, grant.ScopeId, grant.Office, grant.UntilOn))
                    .ToList()))
            .ToListAsync(ct);
        var invited = await db.Invitations
            .Where(invitation => invitation.AcceptedAt == null && invitation.ExpiresAt > now)
            .OrderBy(invitation => invitation.CreatedAt).ThenBy(invitation => invitation.Id)
            .Select(invitation => new InvitedRow(invitation.Email, invitation.Role, invitation.ExpiresAt))
            .ToListAsync(ct);
        return new Found(people, invited);
    }

    public sealed record Found(IReadOnlyList<PersonRow> People, IReadOnlyList<InvitedRow> Invited);

    public sealed record PersonRow(string Name, string Email, IReadOnlyList<GrantRow> Grants);

    public sealed record GrantRow(Guid Id, Role Role, Guid? ScopeId, string? Office, DateOnly? UntilOn);

    public sealed record InvitedRow(string Email, Role Role, DateTimeOffset ExpiresAt);
}
