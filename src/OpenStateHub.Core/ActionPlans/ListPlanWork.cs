using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>The place's plans for those who work on them, drafts too; the newest first.</summary>
public sealed class ListPlanWork(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(CancellationToken ct) =>
        db.ActionPlans
            .OrderByDescending(p => p.StartsOn)
            .ThenByDescending(p => p.Id)
            .Select(p => new Row
            {
                Slug = p.Slug,
                Title = p.Title,
                Status = p.Status,
                IsTranscription = p.IsTranscription,
                IsDemonstration = p.IsDemonstration,
                Commitments = p.Commitments.Count,
            })
            .ToListAsync(ct);

    public sealed record Row
    {
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required PlanStatus Status { get; init; }
        public required bool IsTranscription { get; init; }
        public required bool IsDemonstration { get; init; }
        public required int Commitments { get; init; }
    }
}
