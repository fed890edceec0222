using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>What the proxy's configuration promises of requests, whatever the nodes do.</summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private FakeNode first = null!, second = null!;
    private Nginx proxy = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        (first, second) = (await FakeNode.StartAsync(), await FakeNode.StartAsync());
        proxy = await Nginx.StartAsync(first.Port, second.Port);
        client = proxy.Port.At("durango");
    }

    [Fact]
    public async Task The_host_travels_as_it_was_asked_for_and_nothing_that_a_client_claims_of_itself()
    {
        string[] names = ["Host", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded"];
        first.Answer = second.Answer = http => http.Response.WriteAsync(string.Join('|', names.Select(name => http.Request.Headers[name].ToString())));
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.1.1.1");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "morelos.localhost");
        client.DefaultRequestHeaders.Add("Forwarded", "host=morelos.localhost");

        Assert.Equal($"durango.localhost:{proxy.Port.Number}|127.0.0.1|http||", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task A_page_is_asked_of_the_next_node_and_a_form_never_twice()
    {
        first.Answer = second.Answer = http =>
        {
            if (first.Asked.Count + second.Asked.Count == 1 || HttpMethods.IsPost(http.Request.Method))
            {
                http.Abort();
            }

            return http.Response.WriteAsync("ok");
        };

        Assert.Equal("ok", await client.GetStringAsync("/"));
        using var refused = await client.PostAsync("/", new StringContent("a=b"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("revise después si se guardó", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["GET", "GET", "POST"], first.Asked.Concat(second.Asked).Order());
    }

    [Fact]
    public async Task Of_a_node_that_is_gone_nobody_learns_not_even_who_sends_a_form()
    {
        await first.DisposeAsync();

        for (var time = 0; time < 6; time++)
        {
            using var form = await client.PostAsync("/", new StringContent("a=b"));
            Assert.Equal((HttpStatusCode.OK, "ok"), (form.StatusCode, await client.GetStringAsync("/")));
        }

        Assert.Equal(6, second.Asked.Count(method => method == "POST"));
    }

    [Fact]
    public async Task A_file_goes_through_as_it_comes()
    {
        var arrived = new TaskCompletionSource();
        first.Answer = second.Answer = async http =>
        {
            var buffer = new byte[100];
            var read = await http.Request.Body.ReadAsync(buffer);
            arrived.SetResult();

            for (; read > 0; read = await http.Request.Body.ReadAsync(buffer))
            {
            }
        };
        await using var line = await proxy.Port.ConnectAsync(default);
        await line.WriteAsync(Encoding.ASCII.GetBytes($"POST {Files.GivenFiles.Upload} HTTP/1.1\r\nHost: durango.localhost\r\nContent-Length: 50000000\r\n\r\n"));
        await line.WriteAsync(new byte[10]);

        await arrived.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task An_event_is_not_held_back()
    {
        var enough = new TaskCompletionSource();
        first.Answer = second.Answer = async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync("data: 1\n\n");
            await http.Response.Body.FlushAsync();
            await enough.Task;
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sesiones") { Headers = { { "Accept", "text/event-stream" } } };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Soon);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("data: 1", await reader.ReadLineAsync().WaitAsync(Soon));
        enough.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await proxy.DisposeAsync();
        await first.DisposeAsync();
        await second.DisposeAsync();
    }
}
