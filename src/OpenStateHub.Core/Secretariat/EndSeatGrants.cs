using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Takes the vote of a seat from whoever sits there no longer, and the invitation from whoever had not answered it.</summary>
public sealed class EndSeatGrants(HubDbContext db, TimeProvider clock)
{
    /// <summary>Works in the caller's transaction.</summary>
    public async Task ExecuteAsync(IReadOnlyCollection<SeatMember> ended, CancellationToken ct)
    {
        var (seats, people) = (ended.Select(m => m.SeatId).ToList(), ended.Select(m => m.PersonId).ToList());
        var grants = await db.RoleGrants
            .Where(grant => grant.Role == Role.SecretariatMember && grant.EndedAt == null && seats.Contains(grant.ScopeId!.Value) && people.Contains(grant.UserId))
            .ToListAsync(ct);
        grants.ForEach(grant => grant.End(others: 0, clock.GetUtcNow()));

        var invitations = ended.Select(m => m.InvitationId).ToList();
        await db.Invitations.Where(i => i.AcceptedAt == null && invitations.Contains(i.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Everybody of a seat that is there no longer, also those who were given its vote without being named.</summary>
    public async Task OfSeatsAsync(IReadOnlyCollection<Guid> seats, CancellationToken ct)
    {
        var grants = await db.RoleGrants
            .Where(grant => grant.Role == Role.SecretariatMember && grant.EndedAt == null && seats.Contains(grant.ScopeId!.Value))
            .ToListAsync(ct);
        grants.ForEach(grant => grant.End(others: 0, clock.GetUtcNow()));
        await db.Invitations
            .Where(i => i.AcceptedAt == null && i.Role == Role.SecretariatMember && seats.Contains(i.ScopeId!.Value))
            .ExecuteDeleteAsync(ct);
    }
}
