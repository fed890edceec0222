using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>How the ledger names plans and their parts.</summary>
public static class PlanSubjects
{
    public const string PlanKind = "plan";
    public const string CommitmentKind = "commitment";
    public const string ActivityKind = "activity";

    public static Subject Plan(string slug) => new(PlanKind, slug);

    public static Subject Commitment(string slug) => new(CommitmentKind, slug);

    /// <summary>The commitment goes before it, whose page shows the activity.</summary>
    public static Subject Activity(string commitment, Guid id) => new(ActivityKind, $"{commitment}/{id}");
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
}
