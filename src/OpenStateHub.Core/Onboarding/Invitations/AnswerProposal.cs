using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>The nation answers what a state proposed: the invitation leaves, or the state reads why not. One transaction, with the state's own row.</summary>
public sealed class AnswerProposal(HubDbContext db, OperateOn across, InvitePlace invite, TimeProvider clock)
{
    /// <param name="IsConfirmed">False: refused, with the reason.</param>
    public sealed record Input(Guid Id, bool IsConfirmed, string? Reason, Guid By);

    /// <returns>False where there is no such proposal.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Input input, Func<Tenant, string, Letter> letter, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Locked, so that of two who answer at once the second reads that it is answered.
        var proposal = await db.PlaceProposals.FromSql($"select * from place_proposals where id = {input.Id} for update").SingleOrDefaultAsync(ct);

        if (proposal is null)
        {
            return (false, null);
        }

        var outcome = input.IsConfirmed ? ProposalOutcome.Confirmed : ProposalOutcome.Refused;
        var now = clock.GetUtcNow();

        if (proposal.Decide(outcome, input.IsConfirmed ? null : input.Reason, input.By, now) is { } refusal)
        {
            return (true, refusal);
        }

        await db.SaveChangesAsync(ct);
        var place = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == proposal.PlaceId, ct);

        if (input.IsConfirmed && await invite.ExecuteAsync(
                new() { Slug = place.Slug, Email = proposal.Email, SentBy = input.By, ProposalId = proposal.Id }, letter, ct) is { } notSent)
        {
            return (true, notSent);
        }

        var state = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == proposal.StateId, ct);
        await across.RunAsync(state, there => there.GetRequiredService<LearnAnswer>().ExecuteAsync(proposal, ct), ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
