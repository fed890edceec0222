using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>What was taken out of a plan and can come back, the latest first; nothing once its text binds.</summary>
public sealed class ListRemovedParts(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(string planSlug, CancellationToken ct) =>
        (from removed in db.RemovedPlanParts
         join plan in db.ActionPlans on removed.PlanId equals plan.Id
         where plan.Slug == planSlug && (plan.Status == PlanStatus.Draft || plan.Status == PlanStatus.Consultation)
         orderby removed.RemovedAt descending, removed.Id descending
         select new Row { Id = removed.Id, Kind = removed.Kind, Title = removed.Title, RemovedAt = removed.RemovedAt, Office = removed.Office })
        .ToListAsync(ct);

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required PlanPartKind Kind { get; init; }
        public required string Title { get; init; }
        public required DateTimeOffset RemovedAt { get; init; }
        public required string? Office { get; init; }
    }
}
