using OpenStateHub.Core.ActionPlans.Roadmaps;

namespace OpenStateHub.Core.ActionPlans;

/// <content>What a change of the roadmap does to it and to what stands under it.</content>
public sealed partial class Commitment
{
    /// <param name="items">All that change it, its actions or its activities.</param>
    internal Refusal? Change(IReadOnlyList<RoadmapItem> items)
    {
        if (WithdrawnOn is not null || VerifiedOn is not null)
        {
            return RoadmapRefusals.PartIsOver with { Detail = Text.Title };
        }

        foreach (var part in items.GroupBy(item => (item.ActionId, item.ActivityId)))
        {
            var refusal = part.Key switch
            {
                (null, null) => ChangeText([.. part.Where(item => item.Field is not RoadmapField.Withdrawal)]),
                ({ } action, _) => Change(actions.Find(a => a.Id == action)!, [.. part]),
                (_, { } activity) => Change(activities.Find(a => a.Id == activity)!, [.. part]),
            };

            if (refusal is not null)
            {
                return refusal;
            }
        }

        Revision++;
        return null;
    }

    /// <summary>Its own text, and that its children stand inside it and weigh 100 % together.</summary>
    internal Refusal? CheckChildren() =>
        Check()
        ?? (activities.Find(a => !Contains(a.StartsOn) || !Contains(a.DueOn)) is { } outside
            ? CommitmentRefusals.ActivityOutsideCommitment with { Detail = outside.Description }
            : null)
        ?? activities.Select(activity => activity.Check()).FirstOrDefault(refusal => refusal is not null)
        ?? actions.Select(action => CommitmentAction.Check(action.Title)).FirstOrDefault(refusal => refusal is not null)
        ?? Weights.Check([.. actions.Select(action => action.Weight)])
        ?? activities.GroupBy(a => a.ActionId).Select(siblings => Weights.Check([.. siblings.Select(a => a.Weight)])).FirstOrDefault(refusal => refusal is not null);

    private Refusal? ChangeText(IReadOnlyList<RoadmapItem> items)
    {
        // Each against what stands now, before any is changed: the indicator's values are kept together.
        if (items.Any(item => RoadmapValues.Of(Text, item.Field) != item.Before))
        {
            return RoadmapRefusals.ChangedMeanwhile with { Detail = Text.Title };
        }

        text = items.OrderBy(item => item.Field).Aggregate(Text, (said, item) => said.With(item.Field, item.After));
        return null;
    }

    private static Refusal? Change(CommitmentAction action, IReadOnlyList<RoadmapItem> items)
    {
        foreach (var item in items)
        {
            if (item.Before != (item.Field is RoadmapField.Weight ? RoadmapValues.Of(action.Weight) : action.Title))
            {
                return RoadmapRefusals.ChangedMeanwhile with { Detail = action.Title };
            }

            if (item.Field is RoadmapField.Weight)
            {
                ((ISibling)action).Place(action.Position, RoadmapValues.Weight(item.After));
            }
            else
            {
                action.Revise(item.After ?? "");
            }
        }

        return null;
    }

    private static Refusal? Change(Activity activity, IReadOnlyList<RoadmapItem> items)
    {
        var said = activity.ToText();

        if (items.Any(item => item.Before != (item.Field is RoadmapField.Weight ? RoadmapValues.Of(activity.Weight) : RoadmapValues.Of(said, item.Field))))
        {
            return RoadmapRefusals.ChangedMeanwhile with { Detail = activity.Description };
        }

        // What was confirmed or ended stays as it was promised; its weight only makes room for its siblings.
        if (activity.Status is not (ActivityStatus.NotStarted or ActivityStatus.InProgress) && items.Any(item => item.Field is not RoadmapField.Weight))
        {
            return RoadmapRefusals.PartIsOver with { Detail = activity.Description };
        }

        foreach (var weight in items.Where(item => item.Field is RoadmapField.Weight))
        {
            ((ISibling)activity).Place(activity.Position, RoadmapValues.Weight(weight.After));
        }

        var changed = items.Where(item => item.Field is not RoadmapField.Weight).Aggregate(said, (text, item) => text.With(item.Field, item.After));
        activity.Revise(changed);
        return null;
    }
}
