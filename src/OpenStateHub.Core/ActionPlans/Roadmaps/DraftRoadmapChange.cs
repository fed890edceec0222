using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>Begins a proposal to change a published plan, or says anew what it is about and why.</summary>
public sealed class DraftRoadmapChange(HubDbContext db)
{
    public sealed record Input
    {
        /// <summary>Made by the caller: sent twice, it begins one proposal; of one that is there, it revises it.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Guid PlanId { get; init; }
        public required string Title { get; init; }
        public required string Reason { get; init; }
        public bool IsDemonstration { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var (title, reason) = (input.Title.Tidy() ?? "", input.Reason.Tidy() ?? "");

        if (await db.RoadmapChanges.Include(c => c.Items).SingleOrDefaultAsync(c => c.Id == input.Id && c.PlanId == input.PlanId, ct) is { } known)
        {
            return known.Revise(title, reason) ?? await SaveAsync(ct);
        }

        var plan = await db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == input.PlanId, ct);

        if (plan.IsTranscription || plan.Status is not (PlanStatus.Published or PlanStatus.InImplementation))
        {
            return RoadmapRefusals.PlanNotInForce;
        }

        var change = new RoadmapChange { Id = input.Id, PlanId = plan.Id, Title = title, Reason = reason, IsDemonstration = input.IsDemonstration || plan.IsDemonstration };
        db.RoadmapChanges.Add(change);
        return change.Check() ?? await SaveAsync(ct);
    }

    private async Task<Refusal?> SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return null;
    }
}
