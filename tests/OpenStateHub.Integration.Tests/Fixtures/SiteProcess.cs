using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>The site as a process of its own, on a port of its own: to be killed, measured, or refused its start.</summary>
internal sealed partial class SiteProcess : IAsyncDisposable
{
    private readonly Process process;
    private int port;

    private SiteProcess(TestHub hub, string? data, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ConnectionStrings__Hub"] = hub.AppConnection,
                ["HUB_DATA"] = data,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["Logging__LogLevel__Default"] = "Error",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
    }

    /// <param name="settings">What this site has set besides, as its environment says it.</param>
    public static async Task<SiteProcess> StartAsync(TestHub hub, IReadOnlyDictionary<string, string>? settings = null)
    {
        var site = new SiteProcess(hub, hub.DataFolder, settings);

        while (await site.process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                site.port = int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
                _ = site.process.StandardOutput.ReadToEndAsync();
                _ = site.process.StandardError.ReadToEndAsync();
                return site;
            }
        }

        throw new InvalidOperationException($"The site did not start: {await site.process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Starts the site where it must not, and returns its exit code and what it says to whoever started it.</summary>
    public static async Task<(int Exit, string Said)> RefusedAsync(TestHub hub, string? data)
    {
        await using var site = new SiteProcess(hub, data);
        var texts = await Task.WhenAll(site.process.StandardOutput.ReadToEndAsync(), site.process.StandardError.ReadToEndAsync());
        await site.process.WaitForExitAsync();
        return (site.process.ExitCode, texts[1]);
    }

    public Browser Browser(string slug)
    {
        var jar = new CookieContainer();
        var client = new HttpClient(new PlainCookies(jar) { InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ConnectCallback = (_, ct) => ConnectAsync(ct) } })
        {
            BaseAddress = new Uri($"http://{slug}.localhost:{port}"),
        };
        return new Browser(client, jar);
    }

    public async ValueTask<Stream> ConnectAsync(CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Without a chance to clean up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();

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
