using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>How the ledger names plans and their parts.</summary>
public static class PlanSubjects
{
    public const string PlanKind = "plan";
    public const string CommitmentKind = "commitment";
    public const string ActivityKind = "activity";
    public const string ChangeKind = "roadmap-change";

    public static Subject Plan(string slug) => new(PlanKind, slug);

    public static Subject Commitment(string slug) => new(CommitmentKind, slug);

    /// <summary>The commitment goes before it, whose page shows the activity.</summary>
    public static Subject Activity(string commitment, Guid id) => new(ActivityKind, $"{commitment}/{id}");

    /// <summary>The plan goes before it, among whose versions the change is shown.</summary>
    public static Subject Change(string plan, Guid id) => new(ChangeKind, $"{plan}/{id}");
}

/// <summary>What happens to a plan in public, as the ledger says it.</summary>
public static class PlanActs
{
    public const string PlanPublished = "plan.published";
    public const string CommitmentPublished = "commitment.published";
    public const string ActivityPublished = "activity.published";
    public const string ImplementationStarted = "plan.started";
    public const string PlanClosed = "plan.closed";
    public const string CommitmentWithdrawn = "commitment.withdrawn";
    public const string ChangeProposed = "roadmap-change.proposed";
    public const string ChangeApproved = "roadmap-change.approved";
    public const string ChangeDropped = "roadmap-change.dropped";
    public const string PlanChanged = "plan.changed";
    public const string CommitmentChanged = "commitment.changed";
    public const string ActivityChanged = "activity.changed";
}
