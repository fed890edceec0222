using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>What one part of a plan says, and what a proposal makes of it, for the form that writes it.</summary>
public sealed class FindRoadmapPart(HubDbContext db)
{
    /// <returns>By field; null where the plan has no such part.</returns>
    public async Task<IReadOnlyDictionary<RoadmapField, Value>?> ExecuteAsync(Guid changeId, RoadmapPart part, CancellationToken ct)
    {
        var (change, plan) = await ReadAsync(changeId, ct);
        return part.ReadFrom(plan)?.ToDictionary(
            now => now.Key,
            now => change.Items.SingleOrDefault(i => i.IsOf(part.CommitmentId, part.ActionId, part.ActivityId) && i.Field == now.Key) is { } item
                ? new Value(now.Value, item.After)
                : new Value(now.Value, now.Value));
    }

    /// <param name="actionId">The action whose activities are weighed; null for the children of the commitment itself.</param>
    /// <returns>In the order of the plan; null where the plan has no such parent.</returns>
    public async Task<IReadOnlyList<Child>?> ListChildrenAsync(Guid changeId, Guid commitmentId, Guid? actionId, CancellationToken ct)
    {
        var (change, plan) = await ReadAsync(changeId, ct);

        if (plan.Commitments.FirstOrDefault(c => c.Id == commitmentId) is not { } commitment || (actionId is not null && commitment.Actions.All(a => a.Id != actionId)))
        {
            return null;
        }

        var proposed = change.Items.Where(i => i.Field is RoadmapField.Weight).ToDictionary(i => i.ActivityId ?? i.ActionId!.Value, i => RoadmapValues.Weight(i.After));
        Child Row(Guid id, string title, int now) => new(id, title, now, proposed.GetValueOrDefault(id, now));
        return actionId is null && commitment.Actions.Count > 0
            ? [.. commitment.Actions.InOrder().Select(a => Row(a.Id, a.Title, a.Weight))]
            : [.. commitment.Activities.Where(a => a.ActionId == actionId).InOrder().Select(a => Row(a.Id, a.Description, a.Weight))];
    }

    private async Task<(RoadmapChange Change, ActionPlan Plan)> ReadAsync(Guid changeId, CancellationToken ct)
    {
        var change = await db.RoadmapChanges.AsNoTracking().Include(c => c.Items).SingleAsync(c => c.Id == changeId, ct);
        return (change, await db.WholePlans().AsNoTrackingWithIdentityResolution().SingleAsync(p => p.Id == change.PlanId, ct));
    }

    /// <param name="Now">As the plan says it today.</param>
    public sealed record Value(string? Now, string? Proposed);

    public sealed record Child(Guid Id, string Title, int Now, int Proposed);
}
