using Microsoft.AspNetCore.Http;
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

    private static HubAddresses Asked(string query, CachedPageAttribute page)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("durango.hub.example", 8080);
        http.Request.Path = "/compromisos";
        http.Request.QueryString = new QueryString(query);
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(page), null));
        return new HubAddresses(new HostMap("hub.example", null!), new HttpContextAccessor { HttpContext = http });
    }
}
