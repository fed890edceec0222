using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>The side of a proposal that is in the national scope: it waits for somebody there, or is sent at once by a standing permission.</summary>
public sealed class ReceiveProposal(HubDbContext db, InvitePlace invite, TimeProvider clock)
{
    public async Task<(Refusal? Refusal, bool IsSent)> ExecuteAsync(PlaceProposal proposal, string slug, Func<Tenant, string, Letter> letter, CancellationToken ct)
    {
        // Locked, so that of two proposals of one place the second finds the first.
        var place = await db.Tenants.FromSql($"select * from tenants where id = {proposal.PlaceId.Value} for no key update").AsNoTracking().SingleAsync(ct);
        var now = clock.GetUtcNow();

        if (place.IsReadOnly)
        {
            return (OnboardingRefusals.PlaceNotOpen, false);
        }

        if (await db.PlaceProposals.AnyAsync(other => other.PlaceId == proposal.PlaceId && other.DecidedAt == null, ct))
        {
            return (OnboardingRefusals.ProposalOpen, false);
        }

        if (await db.PlaceInvitations.AnyAsync(i => i.PlaceId == proposal.PlaceId && i.EndedAt == null && i.ExpiresAt > now, ct))
        {
            return (OnboardingRefusals.AlreadyInvited, false);
        }

        if (await db.PublishedTenants.AnyAsync(row => row.TenantId == proposal.PlaceId && row.OnboardingOn != null, ct))
        {
            return (OnboardingRefusals.HasAdministrator, false);
        }

        var isStanding = await db.StandingPermissions.AnyAsync(p => p.StateId == proposal.StateId && p.EndedAt == null, ct);

        if (isStanding)
        {
            proposal.Decide(ProposalOutcome.Confirmed, reason: null, by: null, now);
        }

        db.PlaceProposals.Add(proposal);
        await db.SaveChangesAsync(ct);
        var refusal = isStanding
            ? await invite.ExecuteAsync(new() { Slug = slug, Email = proposal.Email, ProposalId = proposal.Id }, letter, ct)
            : null;
        return (refusal, isStanding);
    }
}
