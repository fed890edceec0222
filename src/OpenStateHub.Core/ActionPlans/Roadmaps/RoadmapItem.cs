namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>A value of a plan or of a part of it that a version may change.</summary>
public enum RoadmapField
{
    Title,
    ShortTitle,
    Summary,
    StartsOn,
    EndsOn,
    Problem,
    Description,
    Contribution,
    ExpectedResult,
    Assumptions,
    IndicatorName,
    IndicatorUnit,
    Baseline,
    Target,
    GovernmentOwner,
    CivilSocietyOwner,
    DueOn,
    Deliverable,
    MeansOfVerification,
    Weight,

    /// <summary>Of a commitment: afterwards <see cref="RoadmapItem.StaysInPercentage"/> or <see cref="RoadmapItem.LeavesPercentage"/>.</summary>
    Withdrawal,
}

/// <summary>One value that a change makes another: of the plan itself, or of the commitment, action or activity that it names.</summary>
public sealed class RoadmapItem
{
    public const string StaysInPercentage = "Stays";
    public const string LeavesPercentage = "Leaves";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ChangeId { get; private set; }

    /// <summary>Null: of the plan itself.</summary>
    public Guid? CommitmentId { get; init; }

    public Guid? ActionId { get; init; }
    public Guid? ActivityId { get; init; }
    public required RoadmapField Field { get; init; }

    /// <summary>As it stood when this was written: a day as yyyy-MM-dd, a weight in hundredths of a percent, a line for each of several. Null: nothing.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public bool IsOf(Guid? commitment, Guid? action, Guid? activity) => (CommitmentId, ActionId, ActivityId) == (commitment, action, activity);

    /// <summary>Whether both change the same value in the same way.</summary>
    internal bool Says(RoadmapItem other) =>
        IsOf(other.CommitmentId, other.ActionId, other.ActivityId) && (Field, Before, After) == (other.Field, other.Before, other.After);
}
