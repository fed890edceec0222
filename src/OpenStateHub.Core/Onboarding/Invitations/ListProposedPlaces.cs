using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>What this state proposed, the latest first, with the nation's answers. In the state's own scope.</summary>
public sealed class ListProposedPlaces(HubDbContext db)
{
    /// <param name="Outcome">Null: nobody has answered yet.</param>
    public sealed record Row(string Slug, string Name, string Email, DateTimeOffset ProposedAt, ProposalOutcome? Outcome, DateTimeOffset? DecidedAt, string? Reason);

    public Task<List<Row>> ExecuteAsync(CancellationToken ct) =>
        db.ProposedPlaces
            .OrderByDescending(proposed => proposed.ProposedAt).ThenByDescending(proposed => proposed.Id)
            .Join(db.Tenants, proposed => proposed.PlaceId, place => place.Id, (proposed, place) => new Row(
                place.Slug, place.Name, proposed.Email, proposed.ProposedAt, proposed.Outcome, proposed.DecidedAt, proposed.Reason))
            .ToListAsync(ct);
}
