using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>Letters with links that let in are shown where the hub demonstrates, and says so, or to a developer on the very machine.</summary>
public sealed class ShownMailTests(DemoHub hub, TestHub empty) : IClassFixture<DemoHub>, IClassFixture<TestHub>
{
    private const string Page = "/desarrollo/correo";

    [Fact]
    public async Task A_demonstration_says_that_everybody_reads_it()
    {
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");
        using var answer = await browser.GetAsync(Page);

        Assert.Contains("Cualquiera que abra este sitio", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
    }

    [Fact]
    public async Task A_site_in_development_shows_it_to_its_own_machine_and_not_through_a_proxy()
    {
        await using var site = new HubSite(empty).WithWebHostBuilder(builder => builder.UseEnvironment(Environments.Development));
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost") });
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, Page) { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };

        Assert.Contains("modo de desarrollo", await client.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(forwarded)).StatusCode);
    }
}
