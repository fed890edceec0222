using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>Takes an invitation back before anybody accepted it. The place that it provisioned is merely listed again, where nothing was done in it.</summary>
public sealed class RevokePlaceInvitation(HubDbContext db, OperateOn across, TimeProvider clock)
{
    /// <returns>False where there is no such invitation.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, Guid by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.PlaceInvitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { PlaceId: var placeId })
        {
            return (false, null);
        }

        var place = await db.Tenants.FromSql($"select * from tenants where id = {placeId.Value} for no key update").SingleAsync(ct);
        var invitation = await db.PlaceInvitations.SingleAsync(i => i.Id == id, ct);

        if (invitation.End(InvitationEnding.Revoked, by, clock.GetUtcNow()) is { } ended)
        {
            return (true, ended);
        }

        var isInUse = await across.RunAsync(place, there => there.GetRequiredService<PlaceDoor>().RevokeAsync(invitation.InvitationId, ct), ct);

        if (isInUse is null)
        {
            return (true, AccountRefusals.InvitationUsed);
        }

        if (isInUse is false && invitation.Provisions)
        {
            place.BackToTheList();
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
