using OpenStateHub.Core.Jobs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Jobs;

/// <summary>One of two nodes is killed in the middle of the nightly walk, again and again.</summary>
[WaitsForProcesses]
public sealed class KilledNodesTests(WalkedHub walked) : IClassFixture<WalkedHub>
{
    [Fact]
    public async Task A_job_runs_once_over_all_nodes_and_is_taken_over_from_a_killed_one()
    {
        List<SiteProcess> nodes = [.. await Task.WhenAll(SiteProcess.StartAsync(walked.Hub), SiteProcess.StartAsync(walked.Hub))];

        for (var round = 1; round <= Stress.Rounds(full: 50); round++)
        {
            var held = await walked.HoldAsync();
            await walked.MakeDueAsync(TimeSpan.Zero);
            var running = await walked.RunningAsync();
            var killed = nodes.Single(node => running.Node.Contains($"-{node.Id}-", StringComparison.Ordinal));
            await killed.KillAsync();
            await held.DisposeAsync();

            await Eventually.IsAsync(WalkedHub.Patience, async () => (await walked.RunsAsync())[0].Outcome is JobOutcome.Done);

            var ran = (await walked.RunsAsync())[..2];
            Assert.Equal([JobOutcome.Done, JobOutcome.Interrupted], ran.Select(run => run.Outcome));
            Assert.Equal((WalkedHub.Places, running.Id), (ran[0].Done, ran[1].Id));
            Assert.DoesNotContain($"-{killed.Id}-", ran[0].Node, StringComparison.Ordinal);
            Assert.Equal(2 * round, (await walked.RunsAsync()).Count);
            Assert.False(await walked.IsDueAsync());

            nodes.Remove(killed);
            await killed.DisposeAsync();
            nodes.Add(await SiteProcess.StartAsync(walked.Hub));
        }

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }
}
