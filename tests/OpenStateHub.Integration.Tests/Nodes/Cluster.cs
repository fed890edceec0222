using System.Globalization;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>Two nodes as an operator runs them: processes of their own on one database and one folder, behind nginx.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly TestHub hub;
    private readonly (string Name, string Value)[] settings;
    private readonly LocalPort[] ports = [LocalPort.Free(), LocalPort.Free()];
    private Nginx proxy = null!;

    private Cluster(TestHub hub, (string Name, string Value)[] settings) => (this.hub, this.settings) = (hub, settings);

    /// <summary>Any node.</summary>
    public LocalPort Front => proxy.Port;

    public SiteProcess[] Nodes { get; private set; } = [];

    public static async Task<Cluster> StartAsync(TestHub hub, params (string Name, string Value)[] settings)
    {
        var cluster = new Cluster(hub, settings);
        var proxy = Nginx.StartAsync(cluster.ports);
        cluster.Nodes = await Task.WhenAll(cluster.StartAsync(0), cluster.StartAsync(1));
        cluster.proxy = await proxy;
        return cluster;
    }

    public async Task StartAgainAsync(int node)
    {
        await Nodes[node].DisposeAsync();
        Nodes[node] = await StartAsync(node);
    }

    private Task<SiteProcess> StartAsync(int node) => SiteProcess.StartAsync(
        hub,
        [
            .. settings,
            ("ASPNETCORE_URLS", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports[node].Number}")),
            ("HUB_TRUSTED_PROXIES", "127.0.0.1"),
        ]);

    public async ValueTask DisposeAsync()
    {
        await proxy.DisposeAsync();

        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
    }
}
