using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>The side of an invitation that is in the invited place: an ordinary link to its first administrator, which its own door accepts.</summary>
public sealed class PlaceDoor(HubDbContext db, TenantContext tenant, InvitePerson invite, TimeProvider clock)
{
    /// <param name="Before">The link that ends with this one; null where there is none.</param>
    public sealed record Link(Guid Id, string Email, Guid? Before);

    /// <returns>The refusal, or the token of the link.</returns>
    public async Task<(Refusal? Refusal, string? Token)> ExecuteAsync(Link link, CancellationToken ct)
    {
        if (link.Before is { } before)
        {
            await CloseAsync(before, ct);
        }

        if (await HasAdministratorAsync(ct))
        {
            return (OnboardingRefusals.HasAdministrator, null);
        }

        string? made = null;
        var input = new InvitePerson.Input { Id = link.Id, Email = link.Email, Role = Role.Administrator, Lifetime = PlaceInvitation.Lifetime };
        var refusal = await invite.ExecuteAsync(
            input,
            token =>
            {
                // The letter is the nation's: it goes from there, with the record of it.
                made = token;
                return null;
            },
            ct);
        return (refusal, made);
    }

    /// <returns>Whether anybody came or did anything; null where somebody accepted the link before.</returns>
    public async Task<bool?> RevokeAsync(Guid invitationId, CancellationToken ct)
    {
        if (!await CloseAsync(invitationId, ct))
        {
            return null;
        }

        if (await db.Users.AnyAsync(ct)
            || await db.LedgerEntries.AnyAsync(ct)
            || await db.Invitations.AnyAsync(other => other.Id != invitationId && other.RevokedAt == null, ct))
        {
            return true;
        }

        // The place goes back to the list, and keeps no address of somebody who never came.
        await db.Invitations.ExecuteDeleteAsync(ct);
        return false;
    }

    private Task<bool> HasAdministratorAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        return db.RoleGrants.AnyAsync(
            grant => grant.Role == Role.Administrator && grant.EndedAt == null && (grant.UntilOn == null || today <= grant.UntilOn), ct);
    }

    /// <returns>False where it was accepted.</returns>
    private async Task<bool> CloseAsync(Guid invitationId, CancellationToken ct)
    {
        // Locked like the one who accepts it: one of the two comes first.
        var found = await db.Invitations.FromSql($"select * from invitations where id = {invitationId} for update").SingleOrDefaultAsync(ct);

        if (found is null)
        {
            // It expired long ago and was erased since.
            return true;
        }

        if (found.AcceptedAt is not null)
        {
            return false;
        }

        found.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }
}
