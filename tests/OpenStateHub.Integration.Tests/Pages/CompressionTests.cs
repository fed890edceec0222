using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Pages;

/// <summary>A kept page is kept as it travelled, so each reader must get what their browser can read.</summary>
public sealed class CompressionTests(ServedHub hub) : IClassFixture<ServedHub>
{
    [Fact]
    public async Task Each_reader_gets_a_kept_page_in_an_encoding_they_asked_for()
    {
        foreach (var encoding in new[] { "br", "gzip", null, "br", "gzip", null })
        {
            using var client = hub.Site.At(null);
            client.DefaultRequestHeaders.Add("Accept-Encoding", encoding ?? "identity");

            using var answer = await client.GetAsync("/entidades");

            Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }
    }

    [Fact]
    public async Task A_page_that_is_not_kept_is_not_compressed()
    {
        using var client = hub.Site.At(null);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");

        using var answer = await client.GetAsync("/no-existe");

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }
}
