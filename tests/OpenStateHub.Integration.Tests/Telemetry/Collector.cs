using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenStateHub.Integration.Tests.Telemetry;

/// <summary>Takes what a node sends by OTLP over HTTP. Names and values stand in its messages as plain UTF-8.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Text)> received = new();
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public string Traces => TextOf("/v1/traces");

    public string Metrics => TextOf("/v1/metrics");

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            collector.received.Enqueue((http.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
            http.Response.StatusCode = StatusCodes.Status200OK;
        });
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string TextOf(string path) => string.Concat(received.Where(message => message.Path == path).Select(message => message.Text));
}
