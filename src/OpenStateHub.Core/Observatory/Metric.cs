namespace OpenStateHub.Core.Observatory;

/// <summary>How the figures of the places become one of the country.</summary>
public enum Aggregation
{
    Sum,
    RatioOfSums,
    MeanOfTenants,
}

/// <summary>A figure of one place on one day: a number, or the two parts of a ratio. Missing is null, never zero.</summary>
/// <param name="Denominator">Null for a plain number.</param>
public readonly record struct Figure(decimal Numerator, decimal? Denominator = null)
{
    public decimal Value => Denominator is { } parts ? Numerator / parts : Numerator;
}

/// <summary>An entry of the registry: one figure that every place computes alike.</summary>
/// <param name="Code">A contract of the API: <c>plans.published</c>.</param>
/// <param name="IsPercent">Shown with a percent sign, from 0 to 100.</param>
/// <param name="Of">The figure on a day, or null where the place has none.</param>
/// <param name="PublishedAs">The code under which sources published the same figure, or null.</param>
public sealed record Metric(
    string Code, Aggregation Aggregation, bool IsPercent, Func<PlaceFacts, DateOnly, Figure?> Of, string? PublishedAs = null)
{
    public const string ObstaclePrefix = "obstacles.";
    public const string DutyPrefix = "duties.";

    /// <summary>Stands on the page of what holds plans back and among all indicators, not on the first pages of the country and of a place.</summary>
    public bool IsDetail { get; init; }

    public bool IsObstacle => Code.StartsWith(ObstaclePrefix, StringComparison.Ordinal);

    /// <summary>Moves with what published plans hold; the others count places.</summary>
    public bool ComesFromPlans => Code is not ("exercises.running" or "secretariats.installed");

    /// <summary>Moves with what is reported and confirmed.</summary>
    public bool ComesFromProgress => IsObstacle
        || Code is "commitments.verified" or "progress.reported" or "progress.verified" or "progress.gap" or "activities.late" or "activities.unverified";

    /// <summary>Part of it was invented for the demonstration.</summary>
    /// <param name="plans">Whether whole plans were.</param>
    /// <param name="progress">Whether the progress of real ones was.</param>
    public bool RestsOnDemonstration(bool plans, bool progress) => (ComesFromPlans && plans) || (ComesFromProgress && progress);
}
