using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>The whole site on a test's database, asked by host name as a browser would.</summary>
/// <param name="asksSecondFactor">Whether administrators set up a second factor before anything else: not where a test is about something else.</param>
public sealed class HubSite(TestHub hub, bool asksSecondFactor = false) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Hub", hub.AppConnection);
        builder.UseSetting("HUB_DATA", hub.DataFolder);
        builder.UseEnvironment(Environments.Production);

        // Only a developer's site finds the build's style sheets by itself; a published one has them beside it.
        builder.UseStaticWebAssets();
        builder.UseSetting("Logging:LogLevel:Default", "Warning");

        // It warns at each start that the keys in the database are not encrypted, and at each form that it must not be cached.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        builder.UseSetting("Logging:LogLevel:Quartz", "Error");
        // Style sheets as the build compressed them, as in production; a developer's site reads their source at each request.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.ConfigureTestServices(services => hub.OfTheSite(services.StartQuickly()
            .AddSingleton<TimeProvider>(hub.Clock)
            .AddSingleton(new SecondFactorRule(() => asksSecondFactor))));
    }

    /// <param name="slug">The place whose host is asked; null for the national one.</param>
    public HttpClient At(string? slug) => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri(slug is null ? "http://localhost" : $"http://{slug}.localhost"),
        AllowAutoRedirect = false,
    });

    public async Task<IDocument> ReadAsync(string? slug, string path)
    {
        using var client = At(slug);
        var html = await client.GetStringAsync(path);
        return await BrowsingContext.New().OpenAsync(response => response.Content(html));
    }
}
