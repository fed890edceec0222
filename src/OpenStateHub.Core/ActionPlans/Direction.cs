namespace OpenStateHub.Core.ActionPlans;

/// <summary>Which way a part moves among its siblings.</summary>
public enum Direction
{
    Up,
    Down,
}
