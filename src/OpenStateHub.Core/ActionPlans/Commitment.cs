namespace OpenStateHub.Core.ActionPlans;

/// <summary>One promise of a plan. Its children are either all actions or all activities.</summary>
public sealed class Commitment
{
    private readonly List<CommitmentAction> actions = [];
    private readonly List<Activity> activities = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; private set; }
    public ActionPlan? Plan { get; private set; }
    public required Guid AxisId { get; init; }
    public PlanAxis? Axis { get; private set; }

    /// <summary>Its number within the plan.</summary>
    public required int Number { get; init; }

    /// <summary>The identifier in the register of the Open Government Partnership, such as <c>MXSPG0003</c>.</summary>
    public string? UniqueId { get; init; }

    /// <summary>Its address, unique within the place across all plans.</summary>
    public required string Slug { get; init; }

    public required CommitmentText Text { get; init; }
    public Guid? ContinuationOfId { get; init; }

    public IReadOnlyList<CommitmentActor> Actors { get; init; } = new List<CommitmentActor>();
    public IReadOnlyList<CommitmentValue> Values { get; init; } = new List<CommitmentValue>();
    public IReadOnlyList<CommitmentLink> Links { get; init; } = new List<CommitmentLink>();
    public IReadOnlyList<CommitmentAction> Actions => actions;

    /// <summary>All its activities, those under its actions too.</summary>
    public IReadOnlyList<Activity> Activities => activities;

    /// <summary>Where its title comes from.</summary>
    public string? Source { get; init; }

    /// <summary>The text and the activities around the title are invented, and shown with their mark.</summary>
    public bool IsDemonstration { get; init; }

    public DateOnly? WithdrawnOn { get; private set; }
    public AgreementNumber? WithdrawnBy { get; private set; }
    public string? WithdrawalReasons { get; private set; }

    /// <summary>The agreement of withdrawal took it out of the plan's percentage. Otherwise it stays in.</summary>
    public bool IsLeftOut { get; private set; }

    public Refusal? Check()
    {
        if (Number < 1)
        {
            return CommitmentRefusals.NumberOutOfRange;
        }

        if (Values.DistinctBy(v => v.Value).Count() < Values.Count || Actors.DistinctBy(a => (a.Role, a.Organization)).Count() < Actors.Count)
        {
            return CommitmentRefusals.NamedTwice;
        }

        return Text.Check() ?? Links.Select(link => link.Check()).FirstOrDefault(refusal => refusal is not null);
    }

    /// <param name="weight">Hundredths of a percent of this commitment; null for equal shares.</param>
    public Refusal? Add(CommitmentAction action, int? weight)
    {
        if (string.IsNullOrWhiteSpace(action.Title))
        {
            return CommitmentRefusals.ActionWithoutTitle;
        }

        if (activities.Any(activity => activity.ActionId is null))
        {
            return CommitmentRefusals.EitherActionsOrActivities;
        }

        var others = actions.ToDictionary(a => a.Id, a => a.Weight);

        if ((Weights.Add(action.Id, weight, others, out var weights) ?? Plan!.ChangeText()) is { } refusal)
        {
            return refusal;
        }

        action.BelongTo(this, position: actions.Count);
        actions.Add(action);
        actions.ForEach(a => a.Weight = weights[a.Id]);
        return null;
    }

    /// <param name="action">The action of this commitment that the activity belongs to; null where it has none.</param>
    /// <param name="weight">Hundredths of a percent of that action, or of this commitment; null for equal shares.</param>
    public Refusal? Add(Activity activity, CommitmentAction? action, int? weight)
    {
        if (action is null == actions.Count > 0)
        {
            return CommitmentRefusals.EitherActionsOrActivities;
        }

        if (!Contains(activity.StartsOn) || !Contains(activity.DueOn))
        {
            return CommitmentRefusals.ActivityOutsideCommitment;
        }

        var siblings = activities.Where(a => a.ActionId == action?.Id).ToList();
        var others = siblings.ToDictionary(a => a.Id, a => a.Weight);

        if ((Weights.Add(activity.Id, weight, others, out var weights) ?? activity.Check() ?? Plan!.ChangeText()) is { } refusal)
        {
            return refusal;
        }

        activity.BelongTo(this, action, position: siblings.Count);
        activities.Add(activity);
        siblings.Append(activity).ToList().ForEach(a => a.Weight = weights[a.Id]);
        return null;
    }

    /// <param name="agreement">The agreement of the secretariat; without one nothing is withdrawn.</param>
    /// <param name="leaveOut">Whether the agreement takes it out of the plan's percentage.</param>
    public Refusal? Withdraw(AgreementNumber? agreement, string? reasons, bool leaveOut, DateOnly on, DateOnly today)
    {
        if (agreement is null)
        {
            return CommitmentRefusals.WithdrawalWithoutAgreement;
        }

        if (string.IsNullOrWhiteSpace(reasons))
        {
            return CommitmentRefusals.WithdrawalWithoutReasons;
        }

        if (WithdrawnOn is not null)
        {
            return CommitmentRefusals.AlreadyWithdrawn;
        }

        if (!Plan!.IsPublic)
        {
            return PlanRefusals.NotPublished;
        }

        if (on > today || on < Plan.PublishedOn)
        {
            return CommitmentRefusals.WithdrawalDay;
        }

        (WithdrawnOn, WithdrawnBy, WithdrawalReasons, IsLeftOut) = (on, agreement, reasons.Trim(), leaveOut);
        return null;
    }

    internal void BelongTo(ActionPlan plan) => (Plan, PlanId) = (plan, plan.Id);

    private bool Contains(DateOnly? day) => !(day < (Text.StartsOn ?? Plan!.StartsOn)) && !(day > (Text.EndsOn ?? Plan!.EndsOn));
}
