using System.Net;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>The host name picks the tenant; nothing else of a request can.</summary>
public sealed class HostTests(ServedHub hub) : IClassFixture<ServedHub>
{
    [Theory]
    [InlineData("nowhere")]
    [InlineData("durango.evil")]
    [InlineData("xinai")]
    public async Task An_unknown_host_answers_404(string slug)
    {
        using var client = hub.Site.At(slug);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Health_needs_no_tenant()
    {
        using var client = hub.Site.At("nowhere");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }
}
