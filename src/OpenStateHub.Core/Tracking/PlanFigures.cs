using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking;

/// <summary>A public plan with its commitments by axis and the figures they add up to.</summary>
public sealed record PlanFigures(PlanHead Plan, IReadOnlyList<CommitmentRow> Commitments)
{
    public Progress Progress { get; } = Of(Commitments);

    public IReadOnlyList<AxisFigures> Axes { get; } =
        [.. Plan.Axes.Select(axis => AxisFigures.From(axis, [.. Commitments.Where(c => c.AxisId == axis.Id)]))];

    /// <summary>The plan was invented, or what was done in it.</summary>
    public bool IsDemonstration => Plan.IsDemonstration || Commitments.Any(c => c.IsDemonstration);

    public int LateActivities => Commitments.Sum(c => c.LateActivities);
    public int LateCommitments => Commitments.Count(c => c.IsLate);

    /// <summary>How many commitments are in each state; null counts those without activities.</summary>
    public int In(ActivityStatus? status) => Commitments.Count(c => c.Status == status);

    internal static Progress Of(IEnumerable<CommitmentRow> commitments) =>
        Progress.OfCommitments(commitments.Select(c => new CommitmentProgress(c.Progress, c.IsProactive, c.IsLeftOut)));
}

public sealed record AxisFigures(AxisHead Axis, IReadOnlyList<CommitmentRow> Commitments, Progress Progress)
{
    public int LateActivities => Commitments.Sum(c => c.LateActivities);

    internal static AxisFigures From(AxisHead axis, IReadOnlyList<CommitmentRow> commitments) => new(axis, commitments, PlanFigures.Of(commitments));
}
