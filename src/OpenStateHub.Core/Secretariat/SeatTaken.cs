using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Remembers whose account an invitation to a seat became.</summary>
internal sealed class SeatTaken(HubDbContext db) : IRoleTaken
{
    public Task TakenAsync(Invitation invitation, Guid personId, CancellationToken ct) =>
        db.SeatMembers
            .Where(member => member.InvitationId == invitation.Id && member.PersonId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.PersonId, personId), ct);
}
