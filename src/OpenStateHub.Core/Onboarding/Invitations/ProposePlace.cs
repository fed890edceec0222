using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>
/// A state proposes one of its municipalities to the nation, in the state's own scope: both sides keep a row of it, in one transaction. Where the nation gave
/// the state a standing permission, the invitation leaves at once.
/// </summary>
public sealed class ProposePlace(HubDbContext db, TenantContext tenant, OperateOn across, TimeProvider clock)
{
    public sealed record Input(string Slug, string Email, string? Note, Guid By);

    /// <param name="letter">For an invitation that leaves at once.</param>
    public async Task<(Refusal? Refusal, bool IsSent)> ExecuteAsync(Input input, Func<Tenant, string, Letter> letter, CancellationToken ct)
    {
        var note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
        var place = await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == input.Slug && t.ParentId == tenant.Current.Id, ct);
        var national = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == TenantId.National, ct);

        if (place is not { Kind: TenantKind.Municipality })
        {
            return (OnboardingRefusals.NotYourMunicipality, false);
        }

        if (note?.Length > PlaceProposal.MaxTextLength)
        {
            return (OnboardingRefusals.NoteTooLong, false);
        }

        if (!Invitation.IsEmail(input.Email.Trim()))
        {
            return (AccountRefusals.EmailMalformed, false);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var proposed = new ProposedPlace
        {
            Id = Guid.CreateVersion7(),
            PlaceId = place.Id,
            Email = input.Email.Trim(),
            Note = note,
            ProposedBy = input.By,
            ProposedAt = now,
        };
        var proposal = new PlaceProposal
        {
            Id = proposed.Id,
            PlaceId = place.Id,
            StateId = tenant.Current.Id,
            Email = proposed.Email,
            Note = note,
            ProposedAt = now,
        };
        var (refusal, isSent) = await across.RunAsync(
            national, there => there.GetRequiredService<ReceiveProposal>().ExecuteAsync(proposal, place.Slug, letter, ct), ct);

        if (refusal is not null)
        {
            return (refusal, false);
        }

        if (isSent)
        {
            proposed.Learn(ProposalOutcome.Confirmed, null, now);
        }

        db.ProposedPlaces.Add(proposed);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (null, isSent);
    }
}
