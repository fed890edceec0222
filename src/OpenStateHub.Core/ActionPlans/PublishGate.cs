namespace OpenStateHub.Core.ActionPlans;

public enum Missing
{
    Commitments,
    Problem,
    Value,
    DatesInsidePlan,

    /// <summary>At least one activity with a deliverable and a date.</summary>
    DatedActivity,

    /// <summary>An action without activities has no value to count.</summary>
    ActivityOfAction,

    GovernmentOwner,
    CivilSocietyOwner,

    /// <summary>The weights of siblings do not total exactly 100 %.</summary>
    WholeWeights,
}

/// <summary>What a plan lacks before it may be published (domain rules, section 5).</summary>
public sealed record PublishGate(IReadOnlyList<PublishGate.Item> Items)
{
    public bool IsOpen => Items.Count == 0;

    /// <param name="Commitment">The slug of the commitment that lacks it; null where the plan itself does.</param>
    /// <param name="Part">The activity or the action that lacks it; null where the commitment itself does.</param>
    public sealed record Item(Missing What, string? Commitment = null, Guid? Part = null);

    /// <param name="plan">With its commitments, their values, actions and activities loaded.</param>
    public static PublishGate Of(ActionPlan plan) => new(
        plan.Commitments.Count == 0
            ? [new Item(Missing.Commitments)]
            : plan.Commitments.OrderBy(c => c.Number).SelectMany(c => Of(c, plan)).ToList());

    private static IEnumerable<Item> Of(Commitment commitment, ActionPlan plan)
    {
        Item Lacks(Missing what, Guid? part = null) => new(what, commitment.Slug, part);

        if (string.IsNullOrWhiteSpace(commitment.Text.Problem))
        {
            yield return Lacks(Missing.Problem);
        }

        if (!commitment.Values.Any(v => !string.IsNullOrWhiteSpace(v.Reason)))
        {
            yield return Lacks(Missing.Value);
        }

        if (commitment.Text.StartsOn < plan.StartsOn || commitment.Text.EndsOn > plan.EndsOn)
        {
            yield return Lacks(Missing.DatesInsidePlan);
        }

        if (!commitment.Activities.Any(a => a.DueOn is not null && !string.IsNullOrWhiteSpace(a.Deliverable)))
        {
            yield return Lacks(Missing.DatedActivity);
        }

        foreach (var activity in commitment.Activities.OrderBy(a => a.Position))
        {
            if (string.IsNullOrWhiteSpace(activity.GovernmentOwner))
            {
                yield return Lacks(Missing.GovernmentOwner, activity.Id);
            }

            if (string.IsNullOrWhiteSpace(activity.CivilSocietyOwner) && plan.CounterpartCall is null)
            {
                yield return Lacks(Missing.CivilSocietyOwner, activity.Id);
            }
        }

        foreach (var empty in commitment.Actions.Where(action => commitment.Activities.All(a => a.ActionId != action.Id)))
        {
            yield return Lacks(Missing.ActivityOfAction, empty.Id);
        }

        foreach (var siblings in commitment.Activities.GroupBy(a => a.ActionId).Where(g => !Weights.AreWhole(g.Select(a => a.Weight))))
        {
            yield return Lacks(Missing.WholeWeights, siblings.Key);
        }

        if (commitment.Actions.Count > 0 && !Weights.AreWhole(commitment.Actions.Select(a => a.Weight)))
        {
            yield return Lacks(Missing.WholeWeights);
        }
    }
}
