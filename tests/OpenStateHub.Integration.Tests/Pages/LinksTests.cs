using AngleSharp;
using AngleSharp.Html.Dom;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Pages;

/// <summary>Every link of the public pages leads somewhere: asked page by page, as a reader would click.</summary>
public sealed class LinksTests(DemoSite demo) : IClassFixture<DemoSite>
{
    /// <summary>Of one kind of page on one host: a hundred places differ in their data, not in their links.</summary>
    private const int MostOfAKind = 3;

    [Fact]
    public async Task No_link_leads_nowhere()
    {
        using var client = demo.Site.At(null);
        var asked = new Queue<(Uri Address, Uri? From)>([(new("http://localhost/"), null), (new("http://durango.localhost/?lang=en"), null)]);
        var known = new HashSet<Uri>(asked.Select(link => link.Address));
        var kinds = new Dictionary<string, int>();

        while (asked.TryDequeue(out var link))
        {
            using var answer = await client.GetAsync(link.Address);

            // A member's own page asks who they are first.
            if (answer.Headers.Location is { OriginalString: var door } && door.Contains("/cuenta/entrar", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.True(answer.IsSuccessStatusCode, $"{link.From} links to {link.Address}, which answers {(int)answer.StatusCode}.");

            if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
            {
                continue;
            }

            var html = await answer.Content.ReadAsStringAsync();
            var page = await BrowsingContext.New().OpenAsync(response => response.Address(link.Address).Content(html));

            foreach (var address in page.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().Select(a => WithoutFragment(new(a.Href))))
            {
                var kind = address.Host + string.Concat(address.Segments.Take(2));
                var count = kinds.GetValueOrDefault(kind);

                if (address.Host.EndsWith("localhost", StringComparison.Ordinal) && count < MostOfAKind && known.Add(address))
                {
                    kinds[kind] = count + 1;
                    asked.Enqueue((address, link.Address));
                }
            }
        }

        Assert.InRange(known.Count, 100, 1500);
    }

    private static Uri WithoutFragment(Uri address) => new(address.GetLeftPart(UriPartial.Query));
}
