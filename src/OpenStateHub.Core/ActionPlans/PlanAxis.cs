namespace OpenStateHub.Core.ActionPlans;

/// <summary>A theme under which a plan groups its commitments.</summary>
public sealed class PlanAxis
{
    public const int LongestTitle = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; private set; }
    public required string Title { get; set; }
    public int Position { get; private set; }

    public Refusal? Check() =>
        string.IsNullOrWhiteSpace(Title) ? PlanRefusals.AxisWithoutTitle : TextRules.CheckLength(("title", Title, LongestTitle));

    internal void BelongTo(ActionPlan plan, int position) => (PlanId, Position) = (plan.Id, position);
}
