using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Observatory;

/// <summary>A hub with the reference data and the demonstration, as the command line seeds them.</summary>
public sealed class SeededHub(PostgresServer server) : IAsyncLifetime
{
    public TestHub Hub { get; } = new(server);

    public async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        Hub.Clock.Now = DateTimeOffset.UtcNow;

        foreach (var data in new[] { "reference", "demo" })
        {
            var (exit, output) = await HubProcess.RunAsync(Hub.OwnerConnection, "seed", data);
            Assert.True(exit == 0, output);
        }
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
