using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>Writes into a proposal what one part of the plan is to say, or what siblings are to weigh; what stays as it is, is no change.</summary>
public sealed class WriteRoadmapPart(HubDbContext db)
{
    /// <param name="values">By field, as <see cref="RoadmapItem"/> keeps them; a field that is not named stays.</param>
    public Task<Refusal?> ExecuteAsync(Guid changeId, RoadmapPart part, IReadOnlyDictionary<RoadmapField, string?> values, CancellationToken ct) => WriteAsync(
        changeId,
        (change, plan) =>
        {
            if (part.ReadFrom(plan) is not { } now)
            {
                return CommitmentRefusals.Removed;
            }

            var items = now.Where(value => values.ContainsKey(value.Key))
                .Select(value => Item(part, value.Key, value.Value, values[value.Key].Tidy()?.ReplaceLineEndings("\n")))
                .ToList();
            return part.Check(plan, items)
                ?? change.Write(item => item.IsOf(part.CommitmentId, part.ActionId, part.ActivityId) && values.ContainsKey(item.Field), items);
        },
        ct);

    /// <param name="actionId">The action whose activities are weighed; null for the children of the commitment itself.</param>
    /// <param name="weights">One for each child, in hundredths of a percent, together exactly 10,000.</param>
    public Task<Refusal?> WeighAsync(Guid changeId, Guid commitmentId, Guid? actionId, IReadOnlyDictionary<Guid, int> weights, CancellationToken ct) => WriteAsync(
        changeId,
        (change, plan) =>
        {
            if (plan.Commitments.FirstOrDefault(c => c.Id == commitmentId) is not { } commitment)
            {
                return CommitmentRefusals.Removed;
            }

            var now = commitment.WeightsOf(actionId);
            var areActions = actionId is null && commitment.Actions.Count > 0;
            RoadmapPart PartOf(Guid child) => areActions ? new(commitmentId, ActionId: child) : new(commitmentId, ActivityId: child);

            return !now.Keys.ToHashSet().SetEquals(weights.Keys) ? CommitmentRefusals.WeightsOfOthers
                : Weights.Check([.. weights.Values])
                ?? change.Write(
                    item => item.Field is RoadmapField.Weight && now.ContainsKey(item.ActivityId ?? item.ActionId ?? Guid.Empty),
                    now.Select(child => Item(PartOf(child.Key), RoadmapField.Weight, RoadmapValues.Of(child.Value), RoadmapValues.Of(weights[child.Key]))));
        },
        ct);

    private async Task<Refusal?> WriteAsync(Guid changeId, Func<RoadmapChange, ActionPlan, Refusal?> write, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two people on two parts of one proposal take turns.
        await db.Database.ExecuteSqlAsync($"select from roadmap_changes where id = {changeId} for update", ct);
        var change = await db.RoadmapChanges.Include(c => c.Items).SingleAsync(c => c.Id == changeId, ct);
        var plan = await db.WholePlans().AsNoTrackingWithIdentityResolution().SingleAsync(p => p.Id == change.PlanId, ct);

        if (write(change, plan) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static RoadmapItem Item(RoadmapPart part, RoadmapField field, string? before, string? after) => new()
    {
        CommitmentId = part.CommitmentId,
        ActionId = part.ActionId,
        ActivityId = part.ActivityId,
        Field = field,
        Before = before,

        // The line ends of a browser are no change.
        After = before?.ReplaceLineEndings("\n") == after ? before : after,
    };
}
