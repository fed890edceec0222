using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>The invitation of each of some places that was neither taken back nor replaced. In the national scope.</summary>
public sealed class ListLastInvitations(HubDbContext db, TimeProvider clock)
{
    public sealed record Row(string Slug, string Email, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, bool IsExpired);

    public Task<Dictionary<string, Row>> ExecuteAsync(IReadOnlyCollection<string> slugs, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.PlaceInvitations
            .Where(i => i.EndedAt == null)
            .Join(db.Tenants.Where(place => slugs.Contains(place.Slug)), i => i.PlaceId, place => place.Id, (i, place) => new Row(
                place.Slug, i.Email, i.SentAt, i.ExpiresAt, i.ExpiresAt <= now))
            .ToDictionaryAsync(row => row.Slug, ct);
    }
}
