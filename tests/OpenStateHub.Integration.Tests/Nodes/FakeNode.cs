using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>Answers as a test wants a node to, and remembers what it was asked.</summary>
internal sealed class FakeNode : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeNode(WebApplication app, LocalPort port) => (this.app, Port) = (app, port);

    public LocalPort Port { get; }

    public ConcurrentQueue<string> Asked { get; } = new();

    public RequestDelegate Answer { get; set; } = http => http.Response.WriteAsync("ok");

    public static async Task<FakeNode> StartAsync()
    {
        var port = LocalPort.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.Number}");
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
        var node = new FakeNode(builder.Build(), port);
        node.app.Run(http =>
        {
            node.Asked.Enqueue(http.Request.Method);
            return node.Answer(http);
        });
        await node.app.StartAsync();
        return node;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
