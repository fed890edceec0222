using System.Net;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Jobs;

/// <summary>A node is told to stop in the middle of the nightly walk.</summary>
[WaitsForProcesses]
public sealed class StoppedNodeTests(WalkedHub walked) : IClassFixture<WalkedHub>
{
    [Fact]
    public async Task A_node_told_to_stop_finishes_what_it_began_and_hands_the_rest_over()
    {
        await using var stopping = await SiteProcess.StartAsync(walked.Hub);
        var held = await walked.HoldAsync();
        await walked.MakeDueAsync(TimeSpan.Zero);
        await walked.RunningAsync();
        await Eventually.IsAsync(WalkedHub.Patience, async () => await walked.WaitingAsync() >= 4);
        using var reader = stopping.At(null);
        var asked = reader.GetAsync("/entidades");
        await Eventually.IsAsync(WalkedHub.Patience, async () => await walked.WaitingAsync() >= 5);

        var stopped = stopping.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var wasRunning = stopping.IsRunning;
        await held.DisposeAsync();
        var (took, exit) = await stopped;

        Assert.True(wasRunning);
        Assert.Equal(0, exit);
        Assert.True(took < TimeSpan.FromSeconds(25), $"It took {took}.");
        Assert.Equal(HttpStatusCode.OK, (await asked).StatusCode);
        var ran = Assert.Single(await walked.RunsAsync());
        Assert.Equal(JobOutcome.Interrupted, ran.Outcome);
        Assert.InRange(ran.Done, 1, WalkedHub.Places - 1);

        await using var next = await SiteProcess.StartAsync(walked.Hub);
        await Eventually.IsAsync(WalkedHub.Patience, async () => (await walked.RunsAsync())[0].Outcome is JobOutcome.Done);
        Assert.Equal(WalkedHub.Places, (await walked.RunsAsync())[0].Done);
    }
}
