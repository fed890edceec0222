using System.Net;
using Microsoft.AspNetCore.Routing;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Pages;

/// <summary>What nobody types but programs send, and what people mistype: refused in so many words, never a failure of ours.</summary>
public sealed class WrongInputTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Whatever_answers_a_read_answers_a_question_about_it()
    {
        foreach (var (route, host, address) in Reads(demo.Site))
        {
            using var client = demo.Site.At(host);

            // The headers only: what follows the changes never ends.
            using var read = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            using var asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

            Assert.Equal((route, read.StatusCode), (route, asked.StatusCode));
            Assert.Equal(read.Content.Headers.ContentType, asked.Content.Headers.ContentType);
        }
    }

    [Fact]
    public Task A_page_that_reads_nothing_is_read() =>
        AssertAllAsync(HttpStatusCode.OK, (HttpMethod.Get, "durango", "/cuenta/olvide"), (HttpMethod.Head, "durango", "/cuenta/olvide"));

    [Fact]
    public async Task The_description_of_the_api_tells_each_address_once()
    {
        using var client = demo.Site.At("durango");

        Assert.DoesNotContain("\"head\"", await client.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_verb_that_an_address_does_not_know_is_said_so_to_everybody() =>
        AssertAllAsync(
            HttpStatusCode.MethodNotAllowed,
            (HttpMethod.Parse("POST"), "durango", "/api/v1/commitments"),
            (HttpMethod.Parse("DELETE"), "durango", "/api/v1/tenant"),
            (HttpMethod.Parse("PUT"), "durango", "/compromisos.csv"),
            (HttpMethod.Parse("TRACE"), "durango", "/"),
            (HttpMethod.Parse("TRACE"), "durango", "/compromisos"));

    [Fact]
    public Task A_character_that_no_database_holds_is_the_senders_mistake() =>
        AssertAllAsync(
            HttpStatusCode.BadRequest,
            (HttpMethod.Get, null, "/entidades?q=%00"),
            (HttpMethod.Get, "durango", "/compromisos?q=a%00b"),
            (HttpMethod.Get, "durango", "/historial?acto=%00"),
            (HttpMethod.Get, "durango", "/compromisos.csv?q=%00"),
            (HttpMethod.Get, "durango", "/api/v1/commitments?plan=%00"));

    [Fact]
    public async Task So_it_is_in_a_form()
    {
        using var browser = demo.Site.Browser("durango");

        var answer = await browser.SendAsync("/cuenta/entrar", new() { ["Email"] = "admin\0@durango.example", ["Password"] = DemoHub.Password });

        Assert.NotEqual(HttpStatusCode.Redirect, answer.Status);
        Assert.True(answer.Status < HttpStatusCode.InternalServerError, answer.Status.ToString());
    }

    [Fact]
    public Task What_cannot_be_meant_is_refused() =>
        AssertAllAsync(
            HttpStatusCode.BadRequest,
            (HttpMethod.Get, null, "/?fecha=2015-13-40"),
            (HttpMethod.Get, null, "/?fecha=9999-12-31"),
            (HttpMethod.Get, null, "/entidades?p=-1"),
            (HttpMethod.Get, null, "/api/v1/metrics?asOf=9999-12-31"),
            (HttpMethod.Get, null, "/api/v1/metrics/plans.published/tenants?asOf=9999-12-31"),
            (HttpMethod.Get, "durango", "/api/v1/commitments?status=99"),
            (HttpMethod.Get, "durango", "/secretariado?fecha=ayer"),
            (HttpMethod.Get, "durango", "/secretariado?fecha=9999-12-31"));

    [Fact]
    public Task A_list_has_no_other_pages_than_its_own() =>
        AssertAllAsync(
            HttpStatusCode.NotFound,
            (HttpMethod.Get, "durango", "/compromisos?p=-1"),
            (HttpMethod.Get, "durango", "/compromisos?p=99999"),
            (HttpMethod.Get, "durango", "/historial?p=-1"),
            (HttpMethod.Get, "durango", "/historial?p=0"),
            (HttpMethod.Get, "durango", "/historial?p=uno"),
            (HttpMethod.Get, "durango", "/historial?p=99999"));

    [Fact]
    public async Task An_unknown_language_is_the_places_own()
    {
        foreach (var address in new[] { "/compromisos?lang=xx", "/compromisos?lang=en&lang=es" })
        {
            Assert.Equal("es-MX", (await demo.Site.ReadAsync("durango", address)).DocumentElement.GetAttribute("lang"));
        }
    }

    private async Task AssertAllAsync(HttpStatusCode expected, params (HttpMethod Verb, string? Host, string Address)[] asked)
    {
        foreach (var (verb, host, address) in asked)
        {
            using var client = demo.Site.At(host);
            using var answer = await client.SendAsync(new HttpRequestMessage(verb, address));

            Assert.Equal((verb, address, expected), (verb, address, answer.StatusCode));
        }
    }

    private static IEnumerable<(string Route, string? Host, string Address)> Reads(HubSite site)
    {
        foreach (var endpoint in SiteEndpoints.Of(site).Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is { } verbs && verbs.HttpMethods.Contains("GET")))
        {
            var route = SiteEndpoints.RouteOf(endpoint);
            var sample = SiteEndpoints.OnlyThere.SingleOrDefault(s => s.Route == route);
            var isNational = route.StartsWith("api/v1/metrics", StringComparison.Ordinal) || route is "api/v1/tenants" or "entidades.csv";
            yield return (route, sample.Route is null ? (isNational ? null : "durango") : sample.Host, SiteEndpoints.Address(route, sample.Value ?? "v1"));
        }
    }
}
