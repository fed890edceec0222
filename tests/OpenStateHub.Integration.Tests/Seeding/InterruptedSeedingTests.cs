using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Seeding;

/// <summary>The seeding killed at random moments: the next run ends where an undisturbed one does.</summary>
[WaitsForProcesses]
public sealed class InterruptedSeedingTests(PostgresServer server, DemoHub whole) : IClassFixture<DemoHub>
{
    [Fact]
    public async Task A_killed_seeding_leaves_no_half_story()
    {
        var random = new Random(Stress.Seed);
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        var hub = new TestHub(server);
        await hub.InitializeAsync();
        Assert.Equal(0, (await HubProcess.RunAsync(hub.OwnerConnection, "seed", "reference")).Exit);

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            await HubProcess.KillAsync(hub.OwnerConnection, TimeSpan.FromMilliseconds(random.Next(300, 6000)), "seed", "demo");
        }

        var (exit, output) = await HubProcess.RunAsync(hub.OwnerConnection, "seed", "demo");

        Assert.True(exit == 0, output);
        Assert.Equal(await DemonstrationTests.ContentsAsync(whole), await DemonstrationTests.ContentsAsync(hub));
        var (verified, faults) = await HubProcess.RunAsync(hub.OwnerConnection, "ledger", "verify");
        Assert.True(verified == 0, faults);
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_story_with_an_approved_plan_is_told_again_whole()
    {
        var hub = new DemoHub(server);
        await hub.InitializeAsync();
        await using (var connection = new NpgsqlConnection(hub.AdminConnection))
        {
            await connection.OpenAsync();
            await using var interrupt = new NpgsqlCommand(
                "update tenants set status = 'Listed', invited_on = null where slug = 'tlaxcala'; update installation set demonstration = 'Begun'", connection);
            await interrupt.ExecuteNonQueryAsync();
        }

        var (exit, output) = await HubProcess.RunAsync(hub.OwnerConnection, "seed", "demo");

        Assert.True(exit == 0, output);
        Assert.Equal(await DemonstrationTests.ContentsAsync(whole), await DemonstrationTests.ContentsAsync(hub));
        await hub.DisposeAsync();
    }
}
