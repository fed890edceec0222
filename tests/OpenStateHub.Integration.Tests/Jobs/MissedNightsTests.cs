using OpenStateHub.Core.Jobs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Jobs;

/// <summary>The hub was down for some nights.</summary>
[WaitsForProcesses]
public sealed class MissedNightsTests(WalkedHub walked) : IClassFixture<WalkedHub>
{
    [Fact]
    public async Task Nights_that_nobody_was_there_for_are_made_up_for_by_one_run()
    {
        await (await SiteProcess.StartAsync(walked.Hub)).DisposeAsync();
        await walked.MakeDueAsync(TimeSpan.FromDays(5));

        await using var first = await SiteProcess.StartAsync(walked.Hub);
        await using var second = await SiteProcess.StartAsync(walked.Hub);
        await Eventually.IsAsync(WalkedHub.Patience, async () => (await walked.RunsAsync()) is [{ Outcome: JobOutcome.Done }, ..]);

        // Longer than either node waits before it looks again.
        await Task.Delay(TimeSpan.FromSeconds(11));
        Assert.Single(await walked.RunsAsync());
        Assert.False(await walked.IsDueAsync());
    }
}
