namespace OpenStateHub.Core.ActionPlans;

/// <content>Its axes and their order.</content>
public sealed partial class ActionPlan
{
    public Refusal? Add(PlanAxis axis)
    {
        if ((axis.Check() ?? ChangeText()) is { } refusal)
        {
            return refusal;
        }

        axis.BelongTo(this, position: axes.Count);
        axes.Add(axis);
        return null;
    }

    public Refusal? Rename(Guid axisId, string title)
    {
        if (axes.Find(a => a.Id == axisId) is not { } axis)
        {
            return PlanRefusals.AxisUnknown;
        }

        var said = title.Tidy() ?? "";

        if ((new PlanAxis { Title = said }.Check() ?? ChangeText()) is { } refusal)
        {
            return refusal;
        }

        axis.Title = said;
        return null;
    }

    /// <param name="steps">How many places it moves: -1 up, 1 down. Past the ends nothing happens.</param>
    public Refusal? Move(Guid axisId, int steps)
    {
        var order = axes.OrderBy(a => a.Position).ToList();

        if (order.Find(a => a.Id == axisId) is not { } axis)
        {
            return PlanRefusals.AxisUnknown;
        }

        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        var to = Math.Clamp(order.IndexOf(axis) + steps, 0, order.Count - 1);
        order.Remove(axis);
        order.Insert(to, axis);
        Number(order);
        return null;
    }

    /// <summary>Only an axis without commitments goes; the others close up.</summary>
    public Refusal? Remove(Guid axisId)
    {
        if (axes.Find(a => a.Id == axisId) is not { } axis)
        {
            return PlanRefusals.AxisUnknown;
        }

        if (commitments.Any(c => c.AxisId == axisId))
        {
            return PlanRefusals.AxisNotEmpty;
        }

        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        axes.Remove(axis);
        Number([.. axes.OrderBy(a => a.Position)]);
        return null;
    }

    private void Number(List<PlanAxis> order) => order.ForEach(axis => axis.BelongTo(this, position: order.IndexOf(axis)));
}
