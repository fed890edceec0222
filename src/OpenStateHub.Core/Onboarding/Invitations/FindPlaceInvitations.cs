using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>What the nation sent to a place, and what its state proposed. In the national scope.</summary>
public sealed class FindPlaceInvitations(HubDbContext db, TimeProvider clock)
{
    /// <param name="Sent">All that were ever sent, the latest first.</param>
    /// <param name="Proposal">The one that waits for an answer.</param>
    /// <param name="IsStanding">What this state proposes is sent at once.</param>
    public sealed record Result(IReadOnlyList<Row> Sent, ListProposals.Row? Proposal, bool IsStanding)
    {
        /// <summary>Neither taken back nor replaced; it may have expired, or been accepted.</summary>
        public Row? Last => Sent.FirstOrDefault(row => row.Ending is null);
    }

    /// <param name="By">Who sent it; null: a state, by its standing permission.</param>
    public sealed record Row(
        Guid Id, string Email, string? By, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt, InvitationEnding? Ending, bool IsExpired);

    public async Task<Result> ExecuteAsync(TenantId place, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var now = clock.GetUtcNow();
        var sent = await db.PlaceInvitations
            .Where(i => i.PlaceId == place)
            .OrderByDescending(i => i.SentAt).ThenByDescending(i => i.Id)
            .LeftJoin(db.Users, i => i.SentBy, person => person.Id, (i, person) => new Row(
                i.Id, i.Email, person == null ? null : person.Name, i.SentAt, i.ExpiresAt, i.EndedAt, i.Ending, i.EndedAt == null && i.ExpiresAt <= now))
            .ToListAsync(ct);
        return new Result(
            sent,
            (await ListProposals.Of(db).Where(row => row.PlaceId == place).ToListAsync(ct)).SingleOrDefault(),
            await db.StandingPermissions.AnyAsync(p => p.StateId == place && p.EndedAt == null, ct));
    }
}
