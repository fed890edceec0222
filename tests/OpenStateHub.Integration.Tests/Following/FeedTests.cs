using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Following;

/// <summary>The feeds hold what RFC 4287 demands of one, read by a real XML parser.</summary>
public sealed class FeedTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/avisos.atom")]
    [InlineData("/compromisos/agua-limpia/avisos.atom")]
    [InlineData("/planes/2015-2016/avisos.atom?lang=en")]
    public async Task A_feed_has_every_part_that_the_format_demands(string address)
    {
        using var client = demo.Site.At("durango");
        using var answer = await client.GetAsync(address);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        using var reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var feed = XDocument.Load(reader).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.NotEmpty(entries);
        Assert.All(entries.Prepend(feed), part =>
        {
            Assert.True(Uri.IsWellFormedUriString(Assert.Single(part.Elements(Atom + "id")).Value, UriKind.Absolute), "an id is a whole address");
            Assert.NotEqual("", Assert.Single(part.Elements(Atom + "title")).Value);
            XmlConvert.ToDateTimeOffset(Assert.Single(part.Elements(Atom + "updated")).Value);
            var alternate = Assert.Single(part.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
            Assert.StartsWith("http://durango.localhost/", (string?)alternate.Attribute("href"), StringComparison.Ordinal);
        });
        Assert.Equal("http://durango.localhost" + address, (string?)Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self").Attribute("href"));
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal(entries.OrderByDescending(Sequence), entries);
    }

    [Fact]
    public async Task A_commitments_feed_tells_its_own_acts_only()
    {
        using var client = demo.Site.At("durango");
        var feed = XDocument.Parse(await client.GetStringAsync("/compromisos/agua-limpia/avisos.atom"));

        Assert.All(feed.Descendants(Atom + "entry"), entry => Assert.Matches(
            "/compromisos/agua-limpia|/comentarios/", (string?)entry.Elements(Atom + "link").First(link => (string?)link.Attribute("rel") == "alternate").Attribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/compromisos/no-existe/avisos.atom")).StatusCode);
    }

    private static int Sequence(XElement entry) => int.Parse(entry.Element(Atom + "id")!.Value.Split('/')[^1], CultureInfo.InvariantCulture);
}
