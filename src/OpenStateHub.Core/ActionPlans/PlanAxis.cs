namespace OpenStateHub.Core.ActionPlans;

/// <summary>A theme under which a plan groups its commitments.</summary>
public sealed class PlanAxis
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; private set; }
    public required string Title { get; init; }
    public int Position { get; private set; }

    internal void BelongTo(ActionPlan plan, int position) => (PlanId, Position) = (plan.Id, position);
}
