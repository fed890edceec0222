namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>What a change changes something of: the plan itself where all is null, or a commitment, one of its actions or one of its activities.</summary>
public sealed record RoadmapPart(Guid? CommitmentId, Guid? ActionId = null, Guid? ActivityId = null)
{
    /// <summary>What may be written of it on one form; weights are written for all siblings at once.</summary>
    public IReadOnlyList<RoadmapField> Fields => this switch
    {
        { CommitmentId: null } => RoadmapValues.OfPlan,
        { ActivityId: not null } => RoadmapValues.OfActivity,
        { ActionId: not null } => [RoadmapField.Title],
        _ => [.. RoadmapValues.OfCommitment, RoadmapField.Withdrawal],
    };

    /// <param name="plan">Whole.</param>
    /// <returns>Its values as they stand; null where the plan has no such part.</returns>
    public IReadOnlyDictionary<RoadmapField, string?>? ReadFrom(ActionPlan plan)
    {
        var commitment = plan.Commitments.FirstOrDefault(c => c.Id == CommitmentId);
        var action = commitment?.Actions.FirstOrDefault(a => a.Id == ActionId);
        var activity = commitment?.Activities.FirstOrDefault(a => a.Id == ActivityId);
        Func<RoadmapField, string?>? read = this switch
        {
            { CommitmentId: null } => field => RoadmapValues.Of(plan.Head, field),
            { ActivityId: not null } => activity is null ? null : field => RoadmapValues.Of(activity.ToText(), field),
            { ActionId: not null } => action is null ? null : _ => action.Title,
            _ => commitment is null ? null : field => field is RoadmapField.Withdrawal ? null : RoadmapValues.Of(commitment.Text, field),
        };
        return read is null ? null : Fields.ToDictionary(field => field, read);
    }

    /// <summary>Whether these values could stand in the part, whatever the rest of the plan says.</summary>
    internal Refusal? Check(ActionPlan plan, IEnumerable<RoadmapItem> items)
    {
        var written = items.Where(item => item.Field is not RoadmapField.Withdrawal).OrderBy(item => item.Field);
        var commitment = plan.Commitments.FirstOrDefault(c => c.Id == CommitmentId);

        if (commitment is null)
        {
            var head = written.Aggregate(plan.Head, (said, item) => said.With(item.Field, item.After));
            return string.IsNullOrWhiteSpace(head.Title) ? PlanRefusals.WithoutTitle
                : head.StartsOn is null || head.EndsOn is null ? PlanRefusals.WithoutPeriod
                : head.EndsOn < head.StartsOn ? PlanRefusals.EndsBeforeItBegins
                : null;
        }

        return ActivityId is not null
            ? written.Aggregate(commitment.Activities.Single(a => a.Id == ActivityId).ToText(), (said, item) => said.With(item.Field, item.After)).Check()
            : ActionId is not null
                ? written.Select(item => CommitmentAction.Check(item.After ?? "")).FirstOrDefault(refusal => refusal is not null)
                : written.Aggregate(commitment.Text, (said, item) => said.With(item.Field, item.After)).Check();
    }
}
