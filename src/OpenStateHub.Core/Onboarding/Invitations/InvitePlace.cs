using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>
/// Invites a place in the national scope, and provisions it: its host is served, its own door knows the link, the nation keeps a record and the letter waits,
/// all in one transaction. Whoever is killed between leaves nothing.
/// </summary>
public sealed class InvitePlace(HubDbContext db, TenantContext tenant, OperateOn across, QueueMail mail, TimeProvider clock)
{
    public sealed record Input
    {
        public required string Slug { get; init; }
        public required string Email { get; init; }

        /// <summary>Null: a state, by its standing permission.</summary>
        public Guid? SentBy { get; init; }

        /// <summary>The open invitation that this one takes the place of; whoever does not name it does not send a second one.</summary>
        public Guid? Replaces { get; init; }

        public Guid? ProposalId { get; init; }
    }

    /// <param name="letter">Gets the place and the token, and answers the letter that carries the link.</param>
    /// <remarks>In a transaction of the caller, that one must not be committed where this is refused.</remarks>
    public async Task<Refusal?> ExecuteAsync(Input input, Func<Tenant, string, Letter> letter, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;

        // Locked, so that two who invite the same place at once come one after the other. Not for update: that would lock out whoever refers to the place.
        var place = await db.Tenants.FromSql($"select * from tenants where slug = {input.Slug} for no key update").SingleOrDefaultAsync(ct);

        if (place is null || place.IsNational)
        {
            return TenantRefusals.Unknown;
        }

        var provisions = place.Status is TenantStatus.Listed;

        if (provisions)
        {
            place.Activate(tenant.Current.Today(clock));
        }
        else if (place.Status is not TenantStatus.Active)
        {
            return OnboardingRefusals.PlaceNotOpen;
        }

        var now = clock.GetUtcNow();
        var before = await db.PlaceInvitations.SingleOrDefaultAsync(i => i.PlaceId == place.Id && i.EndedAt == null, ct);

        if (before?.IsOpen(now) is true && before.Id != input.Replaces)
        {
            return OnboardingRefusals.AlreadyInvited with { Detail = before.Email };
        }

        if (input.Replaces is not null && before?.Id != input.Replaces)
        {
            return OnboardingRefusals.InvitationEnded;
        }

        before?.End(InvitationEnding.Replaced, input.SentBy, now);
        await db.SaveChangesAsync(ct);

        var link = new PlaceDoor.Link(Guid.CreateVersion7(), input.Email.Trim(), before?.InvitationId);
        var (refusal, token) = await across.RunAsync(
            place, there => there.GetRequiredService<PlaceDoor>().ExecuteAsync(link, ct), ct);

        if (refusal is not null)
        {
            return refusal;
        }

        db.PlaceInvitations.Add(new PlaceInvitation
        {
            PlaceId = place.Id,
            InvitationId = link.Id,
            Email = link.Email,
            SentBy = input.SentBy,
            SentAt = now,
            ExpiresAt = now + PlaceInvitation.Lifetime,
            ProposalId = input.ProposalId,
            Provisions = provisions || before?.Provisions is true,
        });
        mail.To(link.Email, letter(place, token!));
        await db.SaveChangesAsync(ct);

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return null;
    }
}
