using System.Net;
using System.Net.Sockets;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>Whatever answers at one port of this machine, asked by host name as a browser would.</summary>
internal sealed record LocalPort(int Number)
{
    /// <summary>Below those that the system hands out by itself: a node that is started again finds its own still free.</summary>
    public static LocalPort Free()
    {
        while (true)
        {
            var number = Random.Shared.Next(15_000, 32_000);

            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, number);
                probe.Start();
                return new LocalPort(number);
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }

    /// <param name="slug">The place whose host is asked; null for the national one.</param>
    /// <param name="cookies">Those of a browser that was elsewhere before.</param>
    public Browser Browser(string? slug, CookieContainer? cookies = null)
    {
        var jar = cookies ?? new CookieContainer();
        var client = new HttpClient(new PlainCookies(jar) { InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ConnectCallback = (_, ct) => ConnectAsync(ct) } })
        {
            BaseAddress = HomeOf(slug),
        };
        return new Browser(client, jar);
    }

    /// <param name="slug">The place whose host is asked; null for the national one.</param>
    public HttpClient At(string? slug) => new(new SocketsHttpHandler { ConnectCallback = (_, ct) => ConnectAsync(ct) }) { BaseAddress = HomeOf(slug) };

    public async ValueTask<Stream> ConnectAsync(CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Number, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private Uri HomeOf(string? slug) => new(slug is null ? $"http://localhost:{Number}" : $"http://{slug}.localhost:{Number}");

    /// <summary>Keeps Secure cookies on plain http to this machine, as browsers do.</summary>
    private sealed class PlainCookies(CookieContainer jar) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var secure = new UriBuilder(request.RequestUri!) { Scheme = "https" }.Uri;
            request.Headers.TryAddWithoutValidation("Cookie", jar.GetCookieHeader(secure));
            var response = await base.SendAsync(request, cancellationToken);

            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                jar.SetCookies(secure, cookie);
            }

            return response;
        }
    }
}
