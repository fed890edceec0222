using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>What states proposed and nobody has answered yet, the oldest first. In the national scope.</summary>
public sealed class ListProposals(HubDbContext db)
{
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required TenantId PlaceId { get; init; }
        public required string Slug { get; init; }
        public required string Name { get; init; }
        public required string State { get; init; }
        public required string Email { get; init; }
        public string? Note { get; init; }
        public required DateTimeOffset ProposedAt { get; init; }
    }

    public Task<List<Row>> ExecuteAsync(CancellationToken ct) => Of(db).OrderBy(row => row.ProposedAt).ThenBy(row => row.Id).ToListAsync(ct);

    internal static IQueryable<Row> Of(HubDbContext db) =>
        from proposal in db.PlaceProposals
        where proposal.DecidedAt == null
        join place in db.Tenants on proposal.PlaceId equals place.Id
        join state in db.Tenants on proposal.StateId equals state.Id
        select new Row
        {
            Id = proposal.Id,
            PlaceId = place.Id,
            Slug = place.Slug,
            Name = place.Name,
            State = state.Name,
            Email = proposal.Email,
            Note = proposal.Note,
            ProposedAt = proposal.ProposedAt,
        };
}
