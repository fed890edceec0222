using System.Diagnostics;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>For what another process does in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again and again, and fails where the answer is still no at the end.</summary>
    public static async Task IsAsync(TimeSpan within, Func<Task<bool>> asked, Func<string>? otherwise = null)
    {
        for (var watch = Stopwatch.StartNew(); !await asked(); await Task.Delay(Pause))
        {
            Assert.True(watch.Elapsed < within, otherwise?.Invoke() ?? $"Not within {within.TotalSeconds} s.");
        }
    }
}
