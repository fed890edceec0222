namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>The demonstration and one site that serves it, for classes that only read.</summary>
public sealed class DemoSite(PostgresServer server) : IAsyncLifetime
{
    public DemoHub Hub { get; } = new(server);

    public HubSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        Site = new HubSite(Hub);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Hub.DisposeAsync();
    }
}
