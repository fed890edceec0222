using Microsoft.AspNetCore.Http;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Resources;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Integration.Tests.Tenancy;

public sealed class HubAddressesTests
{
    [Fact]
    public void A_kept_page_repeats_only_what_is_part_of_its_key() => Reading.In(Languages.Spanish, () =>
    {
        var addresses = Asked("?estado=Verified&utm=somebody&p=2", new CachedPageAttribute("estado", "p"));

        Assert.Equal("/compromisos?estado=Verified&p=2", addresses.Here());
    });

    [Fact]
    public void The_pager_changes_its_number_and_keeps_the_filters() => Reading.In(Languages.English, () =>
    {
        var addresses = Asked("?estado=Verified&p=2&lang=en", new CachedPageAttribute("estado", "p"));

        Assert.Equal("/compromisos?estado=Verified&p=3&lang=en", addresses.Here(("p", "3")));
        Assert.Equal("/compromisos?estado=Verified&lang=en", addresses.Here(("p", null)));
    });

    [Fact]
    public void Other_hosts_keep_scheme_port_and_language() => Reading.In(Languages.English, () =>
    {
        var addresses = Asked("", new CachedPageAttribute());

        Assert.Equal("http://hub.example:8080/entidades?lang=en", addresses.National("/entidades"));
        Assert.Equal("http://morelos.hub.example:8080/?lang=en", addresses.Place("morelos"));
    });

    [Theory]
    [InlineData("localhost", "http://morelos.localhost:9090/acuerdos", "http://localhost:9090/acuerdos")]
    [InlineData("hub.example", "https://morelos.hub.example/acuerdos", "https://hub.example/acuerdos")]
    public void A_letter_of_the_clock_has_no_request_and_names_the_hosts_of_the_settings(string domain, string place, string nation) =>
        Reading.In(Languages.Spanish, () =>
        {
            var addresses = new HubAddresses(new HostMap(domain, null!), new SiteAddress(domain, "9090"), new HttpContextAccessor());

            Assert.Equal(place, addresses.Of(A(TenantKind.State, "morelos"), "/acuerdos"));
            Assert.Equal(nation, addresses.Of(A(TenantKind.National, "inai"), "/acuerdos"));
        });

    private static Tenant A(TenantKind kind, string slug) => new() { Kind = kind, Slug = slug, Name = slug, TimeZone = "America/Mexico_City" };

    private static HubAddresses Asked(string query, CachedPageAttribute page)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("durango.hub.example", 8080);
        http.Request.Path = "/compromisos";
        http.Request.QueryString = new QueryString(query);
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(page), null));
        return new HubAddresses(new HostMap("hub.example", null!), new SiteAddress("hub.example", "8080"), new HttpContextAccessor { HttpContext = http });
    }
}
