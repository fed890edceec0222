using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts;

/// <summary>Invites an address to a role. The link is known only to whoever gets it from here: the database keeps its hash.</summary>
public sealed class InvitePerson(HubDbContext db, TenantContext tenant, QueueMail mail, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required string Email { get; init; }
        public required Role Role { get; init; }

        /// <summary>The seat, the commitment or activity, or the table; null for roles that are held on the whole place.</summary>
        public Guid? ScopeId { get; init; }

        /// <summary>The body that the person will act for.</summary>
        public string? Office { get; init; }

        /// <summary>The sector that an owner will report for; null: the government.</summary>
        public OwnerSector? Sector { get; init; }

        /// <summary>The last day of the role.</summary>
        public DateOnly? UntilOn { get; init; }

        /// <summary>Null: an operator, by the command line.</summary>
        public Guid? InvitedBy { get; init; }

        /// <summary>How long the link works.</summary>
        public TimeSpan Lifetime { get; init; } = Invitation.Lifetime;
    }

    /// <param name="deliver">Gets the token and answers the letter that carries it, or null where it is handed over in another way.</param>
    public async Task<Refusal?> ExecuteAsync(Input input, Func<string, Letter?> deliver, CancellationToken ct)
    {
        var token = Invitation.NewToken();
        var now = clock.GetUtcNow();
        var today = tenant.Current.Today(clock);
        var invitation = new Invitation
        {
            Id = input.Id,
            Email = input.Email.Trim(),
            Role = input.Role,
            ScopeId = input.ScopeId,
            Office = string.IsNullOrWhiteSpace(input.Office) ? null : input.Office.Trim(),
            Sector = input.Role is Role.ActivityOwner ? input.Sector ?? OwnerSector.Government : input.Sector,
            UntilOn = input.UntilOn,
            InvitedBy = input.InvitedBy,
            TokenHash = Invitation.HashOf(token),
            CreatedAt = now,
            ExpiresAt = now + input.Lifetime,
        };

        if (invitation.Check(tenant.Current.IsNational, today) is { } refusal)
        {
            return refusal;
        }

        var address = invitation.Email.ToUpperInvariant();
        var held = await db.RoleGrants
            .Where(grant => grant.Role == invitation.Role && grant.ScopeId == invitation.ScopeId)
            .Where(grant => db.Users.Any(person => person.Id == grant.UserId && person.NormalizedEmail == address))
            .ToListAsync(ct);

        if (held.Any(grant => grant.IsHeldOn(today)))
        {
            return AccountRefusals.RoleHeldAlready;
        }

        db.Invitations.Add(invitation);

        if (deliver(token) is { } letter)
        {
            mail.To(invitation.Email, letter);
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
