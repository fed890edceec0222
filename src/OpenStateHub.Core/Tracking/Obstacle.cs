using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking;

/// <summary>What keeps an activity from being done in time: the codes that the whole country counts by.</summary>
public enum ObstacleCause
{
    Budget,
    Staff,
    Legal,
    Coordination,
    Procurement,
    Information,

    /// <summary>Those in office changed.</summary>
    Authorities,

    Technical,
    External,
    Other,
}

/// <summary>Why something is late, and what is done about it.</summary>
public sealed record Obstacle(ObstacleCause Cause, string Text, string Measure)
{
    public const int LongestText = 2000;

    public Obstacle Tidy() => new(Cause, Text.Trim(), Measure.Trim());

    public Refusal? Check() => this switch
    {
        _ when !Enum.IsDefined(Cause) => TrackingRefusals.ObstacleWithoutCause,
        _ when string.IsNullOrWhiteSpace(Text) => TrackingRefusals.ObstacleWithoutText,
        _ when string.IsNullOrWhiteSpace(Measure) => TrackingRefusals.ObstacleWithoutMeasure,
        _ => TextRules.CheckLength(("obstacleText", Text, LongestText), ("obstacleMeasure", Measure, LongestText)),
    };
}
