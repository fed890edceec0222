using Microsoft.Playwright;
using OpenStateHub.Integration.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>The classes that look at the one site of the demonstration with the one browser.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<HubBrowser>
{
    public const string Name = "browser";
}

/// <summary>The demonstration served on a real port, and Chromium to look at it.</summary>
public sealed class HubBrowser(PostgresServer server) : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;
    private int port;

    public DemoHub Hub { get; } = new(server);

    public HubSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        Site = new HubSite(Hub);
        Site.UseKestrel(0);
        Site.StartServer();
        port = Site.ClientOptions.BaseAddress.Port;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
    }

    /// <param name="host">The place's slug; null for the national host.</param>
    public string Address(string? host, string path = "/") => $"http://{(host is null ? "" : host + ".")}localhost:{port}{path}";

    /// <summary>Whether a host has a page, asked without a browser.</summary>
    public async Task<bool> HasAsync(string? host, string path)
    {
        using var answer = await AskAsync(host, path);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>A page as the host sends it, asked without a browser.</summary>
    public async Task<string> ReadAsync(string? host, string path)
    {
        using var answer = await AskAsync(host, path);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>A reader with a clean browser of their own. Fails when a page complains, lacks a part or asks anybody but the hub.</summary>
    public async Task VisitAsync(Screen screen, Func<IPage, Task> visit, bool javaScript = true)
    {
        await using var context = await chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = javaScript,
            Locale = "es-MX",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var faults = new PageFaults(context);

        await visit(await context.NewPageAsync());

        Assert.Empty(faults.Found);
    }

    private async Task<HttpResponseMessage> AskAsync(string? host, string path)
    {
        // .NET does not resolve names under localhost: the host goes in the header.
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(null, path)) { Headers = { Host = new Uri(Address(host)).Authority } };
        return await client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await chromium.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
        await Hub.DisposeAsync();
    }
}
