using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One promise of a plan. Its children are either all actions or all activities.</summary>
public sealed partial class Commitment
{
    public const int LongestUniqueId = 40;
    public const int LongestOrganization = 300;
    public const int LongestLink = 2000;

    private readonly List<CommitmentAction> actions = [];
    private readonly List<Activity> activities = [];
    private readonly List<CommitmentActor> actors = [];
    private readonly List<CommitmentValue> values = [];
    private readonly List<CommitmentLink> links = [];
    private Guid axisId;
    private int number;
    private string? uniqueId;
    private Guid? continuationOfId;
    private CommitmentText text = null!;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; private set; }
    public ActionPlan? Plan { get; private set; }
    public required Guid AxisId { get => axisId; init => axisId = value; }
    public PlanAxis? Axis { get; private set; }

    /// <summary>Its number within the plan.</summary>
    public required int Number { get => number; init => number = value; }

    /// <summary>The identifier in the register of the Open Government Partnership, such as <c>MXSPG0003</c>.</summary>
    public string? UniqueId { get => uniqueId; init => uniqueId = value; }

    /// <summary>Its address, unique within the place across all plans.</summary>
    public required string Slug { get; init; }

    public required CommitmentText Text { get => text; init => text = value; }
    public Guid? ContinuationOfId { get => continuationOfId; init => continuationOfId = value; }

    public IReadOnlyList<CommitmentActor> Actors { get => actors; init => actors = [.. value]; }
    public IReadOnlyList<CommitmentValue> Values { get => values; init => values = [.. value]; }
    public IReadOnlyList<CommitmentLink> Links { get => links; init => links = [.. value]; }
    public IReadOnlyList<CommitmentAction> Actions => actions;

    /// <summary>All its activities, those under its actions too.</summary>
    public IReadOnlyList<Activity> Activities => activities;

    /// <summary>Where its title comes from.</summary>
    public string? Source { get; init; }

    /// <summary>The text and the activities around the title are invented, and shown with their mark.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>Rises with each revision: who revises says which one they saw.</summary>
    public int Revision { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }
    public AgreementNumber? WithdrawnBy { get; private set; }
    public string? WithdrawalReasons { get; private set; }

    /// <summary>The agreement of withdrawal took it out of the plan's percentage. Otherwise it stays in.</summary>
    public bool IsLeftOut { get; private set; }

    /// <summary>The day on which the secretariat found all of it done.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    public AgreementNumber? VerifiedBy { get; private set; }

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

        return Text.Check() ?? CheckParts() ?? Links.Select(link => link.Check()).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>Changes whatever people write of it, all at once.</summary>
    /// <param name="seen">The revision that the writer saw; another one is refused, so that nobody overwrites what they have not read.</param>
    public Refusal? Revise(CommitmentRevision revised, int seen)
    {
        if (seen != Revision)
        {
            return CommitmentRefusals.ChangedMeanwhile;
        }

        var candidate = new Commitment
        {
            AxisId = revised.AxisId,
            Number = revised.Number,
            UniqueId = revised.UniqueId,
            Slug = Slug,
            Text = revised.Text,
            Actors = revised.Actors,
            Values = revised.Values,
            Links = revised.Links,
        };
        candidate.BelongTo(Plan!);

        if ((Plan!.CheckInside(candidate) ?? candidate.Check()) is { } refusal)
        {
            return refusal;
        }

        if (activities.Find(a => !candidate.Contains(a.StartsOn) || !candidate.Contains(a.DueOn)) is { } outside)
        {
            return CommitmentRefusals.WouldLeaveOut with { Detail = outside.Description };
        }

        if (Plan.ChangeText() is { } bound)
        {
            return bound;
        }

        (axisId, number, uniqueId, continuationOfId, text) =
            (revised.AxisId, revised.Number, revised.UniqueId, revised.ContinuationOfId, revised.Text);
        Bring(actors, revised.Actors, a => (a.Role, a.Organization), (kept, said) => kept.Sector = said.Sector);
        Bring(values, revised.Values, v => v.Value, (kept, said) => kept.Reason = said.Reason);
        Bring(links, revised.Links, l => (l.Kind, l.Target, l.Label), (_, _) => { });
        Revision++;
        return null;
    }

    /// <param name="weight">Hundredths of a percent of this commitment; null for a share as <see cref="Weights.Add"/> makes it.</param>
    public Refusal? Add(CommitmentAction action, int? weight)
    {
        if (activities.Any(activity => activity.ActionId is null))
        {
            return CommitmentRefusals.EitherActionsOrActivities;
        }

        if ((Weights.Add(action.Id, weight, actions.WeightsOf(), out var weights) ?? CommitmentAction.Check(action.Title) ?? Plan!.ChangeText()) is { } refusal)
        {
            return refusal;
        }

        action.BelongTo(this);
        var inOrder = actions.InOrder();
        actions.Add(action);
        inOrder.Append(action).ToList().Place(weights);
        return null;
    }

    /// <param name="action">The action of this commitment that the activity belongs to; null where it has none.</param>
    /// <param name="weight">Hundredths of a percent of that action, or of this commitment; null for a share as <see cref="Weights.Add"/> makes it.</param>
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

        var siblings = ActivitiesOf(action?.Id);

        if ((Weights.Add(activity.Id, weight, siblings.WeightsOf(), out var weights) ?? activity.Check() ?? Plan!.ChangeText()) is { } refusal)
        {
            return refusal;
        }

        activity.BelongTo(this, action);
        activities.Add(activity);
        siblings.Append(activity).ToList().Place(weights);
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

    /// <summary>Whether the secretariat may find it done: when every one of its activities is verified (domain rules, section 6).</summary>
    /// <param name="states">Of all its activities.</param>
    public Refusal? CheckVerification(IReadOnlyCollection<ActivityStatus> states) =>
        VerifiedOn is not null ? CommitmentRefusals.AlreadyVerified
        : WithdrawnOn is not null ? CommitmentRefusals.AlreadyWithdrawn
        : states.Count == 0 || states.Any(state => state is not ActivityStatus.Verified) ? CommitmentRefusals.NotAllVerified
        : null;

    /// <param name="agreement">The agreement of the secretariat; nobody verifies alone.</param>
    /// <param name="states">Of all its activities.</param>
    public Refusal? Verify(AgreementNumber agreement, IReadOnlyCollection<ActivityStatus> states, DateOnly on)
    {
        if (CheckVerification(states) is { } refusal)
        {
            return refusal;
        }

        (VerifiedOn, VerifiedBy) = (on, agreement);
        return null;
    }

    /// <summary>What stays keeps its row and its place, what is gone goes, what is new comes last.</summary>
    private static void Bring<TPart, TKey>(List<TPart> parts, IReadOnlyList<TPart> said, Func<TPart, TKey> keyOf, Action<TPart, TPart> mend)
        where TKey : notnull
    {
        parts.RemoveAll(part => !said.Select(keyOf).Contains(keyOf(part)));

        foreach (var one in said)
        {
            if (parts.Find(part => keyOf(part).Equals(keyOf(one))) is { } kept)
            {
                mend(kept, one);
            }
            else
            {
                parts.Add(one);
            }
        }
    }

    private Refusal? CheckParts() => this switch
    {
        _ when Actors.Any(a => string.IsNullOrWhiteSpace(a.Organization)) => CommitmentRefusals.ActorWithoutName,
        _ when Values.Any(v => string.IsNullOrWhiteSpace(v.Reason)) => CommitmentRefusals.ValueWithoutReason,
        _ => TextRules.CheckLength(
        [
            ("uniqueId", UniqueId, LongestUniqueId),
            ("source", Source, TextRules.LongestText),
            .. Actors.Select(a => ("actors", (string?)a.Organization, LongestOrganization)),
            .. Values.Select(v => ("values", (string?)v.Reason, TextRules.LongestText)),
            .. Links.Select(l => ("links", (string?)l.Target, LongestLink)),
            .. Links.Select(l => ("links", l.Label, TextRules.LongestText)),
        ]),
    };

    internal void Renumber(int to) => number = to;

    internal void BelongTo(ActionPlan plan) => (Plan, PlanId) = (plan, plan.Id);

    private List<Activity> ActivitiesOf(Guid? actionId) => activities.Where(a => a.ActionId == actionId).InOrder();

    private bool Contains(DateOnly? day) => !(day < (Text.StartsOn ?? Plan!.StartsOn)) && !(day > (Text.EndsOn ?? Plan!.EndsOn));
}
