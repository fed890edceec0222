using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One commitment as it stands, for the form that changes it.</summary>
public sealed class FindCommitmentWork(HubDbContext db)
{
    /// <returns>Null where the plan has no such commitment.</returns>
    public Task<Result?> ExecuteAsync(Guid planId, string slug, CancellationToken ct) =>
        db.Commitments
            .Where(c => c.PlanId == planId && c.Slug == slug)
            .Select(c => new Result
            {
                Id = c.Id,
                Slug = c.Slug,
                Revision = c.Revision,
                AxisId = c.AxisId,
                Number = c.Number,
                UniqueId = c.UniqueId,
                ContinuationOf = db.Commitments.Where(before => before.Id == c.ContinuationOfId).Select(before => before.Slug).FirstOrDefault(),
                Text = c.Text,
                Actors = c.Actors.OrderBy(a => a.Id).Select(a => new AddCommitment.Actor(a.Role, a.Sector, a.Organization)).ToList(),
                Values = c.Values.OrderBy(v => v.Value).Select(v => new AddCommitment.Value(v.Value, v.Reason)).ToList(),
                Links = c.Links.OrderBy(l => l.Id).Select(l => new AddCommitment.Link(l.Kind, l.Target, l.Label)).ToList(),
            })
            .AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public required int Revision { get; init; }
        public required Guid AxisId { get; init; }
        public required int Number { get; init; }
        public required string? UniqueId { get; init; }
        public required string? ContinuationOf { get; init; }
        public required CommitmentText Text { get; init; }
        public required IReadOnlyList<AddCommitment.Actor> Actors { get; init; }
        public required IReadOnlyList<AddCommitment.Value> Values { get; init; }
        public required IReadOnlyList<AddCommitment.Link> Links { get; init; }
    }
}
