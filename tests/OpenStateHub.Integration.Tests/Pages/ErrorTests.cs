using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Integration.Tests.Pages;

/// <summary>What a person or a program gets instead of an answer.</summary>
public sealed class ErrorTests(ServedHub hub) : IClassFixture<ServedHub>
{
    [Fact]
    public async Task Every_unknown_page_is_the_very_same_and_repeats_nothing_of_its_address()
    {
        using var client = hub.Site.At(null);

        var first = await client.GetAsync("/compromisos/somebody-elses");
        var second = await client.GetAsync("/error?of=nothing");
        var page = await first.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(page, await second.Content.ReadAsStringAsync());
        Assert.DoesNotContain("somebody-elses", page, StringComparison.Ordinal);
        Assert.Equal(SecureHeaders.ContentSecurityPolicy, Assert.Single(first.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task An_english_reader_is_told_in_english()
    {
        var page = await ReadAsync(hub.Site.At(null), "/nothing?lang=en");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("This page does not exist", page.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task An_unknown_host_leads_to_the_national_page()
    {
        var page = await ReadAsync(hub.Site.At("nowhere"), "/");

        Assert.Equal("http://localhost/", page.QuerySelector("main a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_listed_place_leads_to_its_national_entry()
    {
        await hub.AsAsync(await hub.NationalAsync(), async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            db.Tenants.Add(new Tenant { Slug = "colima", Name = "Colima", Kind = TenantKind.State, TimeZone = "America/Mexico_City" });
            await db.SaveChangesAsync();
        });
        await hub.LearnPlacesAsync();
        var page = await ReadAsync(hub.Site.At("colima"), "/");

        Assert.Equal("Colima todavía no tiene su espacio", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("http://localhost/entidades/colima", page.QuerySelector("main a")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nowhere")]
    public async Task The_api_answers_a_problem_whatever_it_is_asked_to_accept(string? slug)
    {
        using var client = hub.Site.At(slug);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        var answer = await client.GetAsync("/api/v1/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("traceId", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<IDocument> ReadAsync(HttpClient client, string path)
    {
        using (client)
        {
            var answer = await client.GetAsync(path);
            var html = await answer.Content.ReadAsStringAsync();
            return await BrowsingContext.New().OpenAsync(response => response.Content(html));
        }
    }
}
