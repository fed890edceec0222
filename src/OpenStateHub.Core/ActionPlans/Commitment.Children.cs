namespace OpenStateHub.Core.ActionPlans;

/// <content>What changes among its actions and activities until its plan is approved.</content>
public sealed partial class Commitment
{
    /// <param name="weight">Its new weight, which the others make room for in their proportions; null where it stays.</param>
    public Refusal? Revise(Activity activity, ActivityText text, int? weight)
    {
        var tidy = text.Tidy();

        if (!Contains(tidy.StartsOn) || !Contains(tidy.DueOn))
        {
            return CommitmentRefusals.ActivityOutsideCommitment;
        }

        var siblings = ActivitiesOf(activity.ActionId);
        IReadOnlyDictionary<Guid, int> weights = siblings.WeightsOf();

        if ((tidy.Check() ?? (weight is { } given ? Weights.Give(activity.Id, given, weights, out weights) : null) ?? Plan!.ChangeText()) is { } refusal)
        {
            return refusal;
        }

        activity.Revise(tidy);
        siblings.Place(weights);
        return null;
    }

    public Refusal? Revise(CommitmentAction action, string title)
    {
        if ((CommitmentAction.Check(title) ?? Plan!.ChangeText()) is { } refusal)
        {
            return refusal;
        }

        action.Revise(title.Tidy()!);
        return null;
    }

    public Refusal? Move(Activity activity, Direction direction)
    {
        if (Plan!.ChangeText() is { } refusal)
        {
            return refusal;
        }

        ActivitiesOf(activity.ActionId).Move(activity, direction);
        return null;
    }

    public Refusal? Move(CommitmentAction action, Direction direction)
    {
        if (Plan!.ChangeText() is { } refusal)
        {
            return refusal;
        }

        actions.InOrder().Move(action, direction);
        return null;
    }

    /// <param name="actionId">The action whose activities are weighed; null for the children of this commitment itself.</param>
    /// <param name="weights">One for each child, together exactly 10,000.</param>
    public Refusal? SetWeights(Guid? actionId, IReadOnlyDictionary<Guid, int> weights)
    {
        var children = Children(actionId);

        if (!children.Select(child => child.Id).ToHashSet().SetEquals(weights.Keys))
        {
            return CommitmentRefusals.WeightsOfOthers;
        }

        if ((Weights.Check([.. weights.Values]) ?? Plan!.ChangeText()) is { } refusal)
        {
            return refusal;
        }

        children.Place(weights);
        return null;
    }

    /// <summary>Those that stay close the gap, and their weights total 100 % again.</summary>
    public Refusal? Remove(Activity activity)
    {
        if (Plan!.ChangeText() is { } refusal)
        {
            return refusal;
        }

        var siblings = ActivitiesOf(activity.ActionId);
        var weights = Weights.Remove(activity.Id, siblings.WeightsOf());
        activities.Remove(activity);
        siblings.Where(a => a != activity).ToList().Place(weights);
        return null;
    }

    /// <summary>Goes with its activities; the actions that stay close the gap, and their weights total 100 % again.</summary>
    public Refusal? Remove(CommitmentAction action)
    {
        if (Plan!.ChangeText() is { } refusal)
        {
            return refusal;
        }

        var inOrder = actions.InOrder();
        var weights = Weights.Remove(action.Id, inOrder.WeightsOf());
        activities.RemoveAll(activity => activity.ActionId == action.Id);
        actions.Remove(action);
        inOrder.Where(a => a != action).ToList().Place(weights);
        return null;
    }

    /// <summary>Gives a child that came back its place and its weight among those that are there now.</summary>
    /// <param name="before">The weights before it was removed, its own included.</param>
    internal Refusal? PutBack(Guid childId, Guid? actionId, int position, IReadOnlyDictionary<Guid, int> before)
    {
        if (activities.Any(activity => activity.ActionId is null) && actions.Count > 0)
        {
            return CommitmentRefusals.EitherActionsOrActivities;
        }

        if (activities.Any(activity => activity.Id == childId && (!Contains(activity.StartsOn) || !Contains(activity.DueOn))))
        {
            return CommitmentRefusals.ActivityOutsideCommitment;
        }

        if (Plan!.ChangeText() is { } refusal)
        {
            return refusal;
        }

        var children = Children(actionId);
        var child = children.Single(c => c.Id == childId);
        children.Remove(child);
        var weights = Weights.PutBack(childId, before, children.WeightsOf());
        children.Insert(Math.Min(position, children.Count), child);
        children.Place(weights);
        return null;
    }

    /// <param name="actionId">The action whose activities are meant; null for the children of this commitment itself.</param>
    internal IReadOnlyDictionary<Guid, int> WeightsOf(Guid? actionId) => Children(actionId).WeightsOf();

    private List<ISibling> Children(Guid? actionId) =>
        actionId is null && actions.Count > 0 ? [.. actions.InOrder()] : [.. ActivitiesOf(actionId)];
}
