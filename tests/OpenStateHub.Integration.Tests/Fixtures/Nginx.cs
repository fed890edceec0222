using System.Diagnostics;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>Debian's nginx with the hub's own configuration (infra/proxy), in front of some ports.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process process;

    private Nginx(Process process, LocalPort port) => (this.process, Port) = (process, port);

    public LocalPort Port { get; }

    public static async Task<Nginx> StartAsync(params IEnumerable<LocalPort> nodes)
    {
        var port = LocalPort.Free();
        var start = new ProcessStartInfo("bash", [Repository.PathOf("infra", "proxy", "proxy.sh"), "serve", $"{port.Number}", .. nodes.Select(node => $"127.0.0.1:{node.Number}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        Assert.True(await process.StandardOutput.ReadLineAsync() is not null, "nginx did not start; its reason is above.");
        return new Nginx(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
