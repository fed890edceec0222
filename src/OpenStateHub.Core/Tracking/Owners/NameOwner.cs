using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Owners;

/// <summary>
/// Puts an address in charge of a commitment or one activity, for its office or as its counterpart, until a day: at once where the place has that
/// account, else by an invitation. Whoever is named reads it in a letter.
/// </summary>
public sealed class NameOwner(HubDbContext db, TenantContext tenant, InvitePerson invite, QueueMail mail, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>The commitment, or one of its activities.</summary>
        public required Guid ScopeId { get; init; }

        public required string? Email { get; init; }
        public required OwnerSector Sector { get; init; }

        /// <summary>The body that reports are published in the name of.</summary>
        public required string? Office { get; init; }

        public required DateOnly? UntilOn { get; init; }
        public required Guid InvitedBy { get; init; }
    }

    /// <param name="deliver">Gets the token of an invitation and answers the letter that carries it.</param>
    /// <param name="tell">The letter to whoever has an account.</param>
    public async Task<Refusal?> ExecuteAsync(Input input, Func<string, Letter> deliver, Func<Letter> tell, CancellationToken ct)
    {
        if (input.Office.Tidy() is not { } office)
        {
            return TrackingRefusals.ReportWithoutOffice;
        }

        if (!await IsOpenAsync(input.ScopeId, ct))
        {
            return TrackingRefusals.NothingToOwn;
        }

        var address = input.Email?.Trim().ToUpperInvariant() ?? "";

        if (await db.Users.SingleOrDefaultAsync(person => person.NormalizedEmail == address, ct) is not { } person)
        {
            return await invite.ExecuteAsync(
                new InvitePerson.Input
                {
                    Email = input.Email ?? "",
                    Role = Role.ActivityOwner,
                    ScopeId = input.ScopeId,
                    Office = office,
                    Sector = input.Sector,
                    UntilOn = input.UntilOn,
                    InvitedBy = input.InvitedBy,
                },
                deliver,
                ct);
        }

        var today = tenant.Current.Today(clock);

        if (input.UntilOn is null || input.UntilOn < today)
        {
            return input.UntilOn is null ? AccountRefusals.OwnerNeedsLastDay : AccountRefusals.LastDayIsPast;
        }

        var held = await db.RoleGrants.Where(g => g.UserId == person.Id && g.Role == Role.ActivityOwner && g.ScopeId == input.ScopeId).ToListAsync(ct);

        if (held.Exists(grant => grant.IsHeldOn(today)))
        {
            return AccountRefusals.RoleHeldAlready;
        }

        db.RoleGrants.Add(new RoleGrant
        {
            UserId = person.Id,
            Role = Role.ActivityOwner,
            ScopeId = input.ScopeId,
            Office = office,
            Sector = input.Sector,
            FromOn = today,
            UntilOn = input.UntilOn,
        });
        mail.To(person.Email!, tell());
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<bool> IsOpenAsync(Guid scope, CancellationToken ct) =>
        await db.Commitments.AnyAsync(
            c => (c.Id == scope || c.Activities.Any(a => a.Id == scope)) && c.WithdrawnOn == null && c.Plan!.ClosedOn == null, ct);
}
