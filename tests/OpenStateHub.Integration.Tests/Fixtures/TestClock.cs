namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>Noon of 15 June 2026 in Mexico City.</summary>
    public static readonly DateTimeOffset FirstDay = new(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
