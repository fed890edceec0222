using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>Every endpoint of the site, from the list that the site itself routes by: a page that forgets its policy fails here.</summary>
public sealed class EndpointTests(ServedHub hub) : IClassFixture<ServedHub>
{
    private static readonly string[] Door = ["cuenta/entrar", "cuenta/entrar/segundo-paso", "cuenta/llegada", "cuenta/olvide", "cuenta/restablecer", "cuenta/invitacion/{token:length(43)}"];

    [Fact]
    public async Task Every_page_of_the_back_office_names_a_right()
    {
        var office = (await EndpointsAsync()).FindAll(endpoint => IsUnder(endpoint, "gestion"));

        Assert.NotEmpty(office);
        Assert.DoesNotContain(office, endpoint => endpoint.Metadata.GetMetadata<RequiresAttribute>() is null);
        Assert.DoesNotContain(office, IsPublic);
    }

    [Fact]
    public async Task Whatever_is_neither_back_office_nor_account_is_public_and_nothing_else_is()
    {
        var unexpected = (await EndpointsAsync())
            .Where(endpoint => IsPublic(endpoint) == ((IsUnder(endpoint, "gestion") || IsUnder(endpoint, "cuenta")) && !Door.Contains(endpoint.RoutePattern.RawText)))
            .Select(endpoint => $"{(IsPublic(endpoint) ? "public" : "protected")}: {endpoint.RoutePattern.RawText}");

        Assert.Empty(unexpected);
    }

    [Fact]
    public async Task What_is_kept_for_everybody_asks_nobody_who_they_are() =>
        Assert.DoesNotContain(await EndpointsAsync(), endpoint => endpoint.Metadata.GetMetadata<CachedPageAttribute>() is not null && !IsPublic(endpoint));

    [Fact]
    public async Task What_is_kept_for_everybody_holds_no_posting_form_and_sets_no_cookie()
    {
        await hub.PlaceAsync("morelos");

        foreach (var endpoint in (await EndpointsAsync()).Where(e => e.Metadata.GetMetadata<CachedPageAttribute>() is not null && e.RoutePattern.Parameters.Count == 0))
        {
            foreach (var slug in new[] { null, "morelos" })
            {
                using var browser = hub.Site.Browser(slug);
                var answer = await browser.GetAsync("/" + endpoint.RoutePattern.RawText);

                Assert.False(answer.Headers.Contains("Set-Cookie"), endpoint.RoutePattern.RawText);
                Assert.DoesNotContain("method=\"post\"", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task Nobody_signed_in_is_led_to_sign_in_and_back()
    {
        await hub.PlaceAsync("durango");
        using var durango = hub.Site.Browser("durango");
        using var national = hub.Site.Browser(null);

        foreach (var endpoint in (await EndpointsAsync()).Where(e => !IsPublic(e)))
        {
            var browser = endpoint.Metadata.GetMetadata<NationalOnlyAttribute>() is null ? durango : national;
            var path = SiteEndpoints.Address(endpoint.RoutePattern.RawText!, Guid.CreateVersion7().ToString());
            Assert.Equal($"/cuenta/entrar?volver={Uri.EscapeDataString(path)}", (await browser.GetAsync(path)).Headers.Location?.OriginalString);
        }
    }

    private async Task<List<RouteEndpoint>> EndpointsAsync()
    {
        var loader = hub.Site.Services.GetRequiredService<PageLoader>();
        var found = new List<RouteEndpoint>();

        foreach (var endpoint in hub.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // A page knows its model's attributes only once it is loaded.
            found.Add(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? new RouteEndpoint(
                    endpoint.RequestDelegate!, endpoint.RoutePattern, endpoint.Order,
                    new([.. endpoint.Metadata, .. (await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata]), endpoint.DisplayName)
                : endpoint);
        }

        // Of an unpublished site only: files that were added to wwwroot after the build.
        found.RemoveAll(endpoint => endpoint.RoutePattern.RawText == "{**path:file}");
        return found;
    }

    private static bool IsPublic(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsUnder(RouteEndpoint endpoint, string folder) =>
        endpoint.RoutePattern.RawText is { } path && (path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));
}
