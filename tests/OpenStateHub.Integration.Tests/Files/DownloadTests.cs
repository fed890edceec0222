using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Files;

/// <summary>What a browser is told about a file that somebody uploaded: nothing of it runs.</summary>
public sealed class DownloadTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private readonly HubSite site = hub.Site;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        var slug = $"d{Guid.NewGuid():N}"[..20];
        await hub.PersonAsync(await hub.PlaceAsync(slug), Role.Administrator);
        browser = await site.SignedInAsync(slug, Role.Administrator);
    }

    [Theory]
    [InlineData("dibujo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>")]
    [InlineData("pagina.html", "<!doctype html><script>alert(1)</script>")]
    [InlineData("guion.js", "alert(1)")]
    [InlineData("sin-extension", "<script>alert(1)</script>")]
    public async Task What_could_run_is_saved_and_never_shown(string name, string text)
    {
        using var answer = await SentAsync(name, System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task A_zip_bomb_is_so_many_bytes_and_nobody_opens_it()
    {
        using var packed = new MemoryStream();

        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("ceros", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];

            for (var megabyte = 0; megabyte < 256; megabyte++)
            {
                entry.Write(zeros);
            }
        }

        using var answer = await SentAsync("bomba.zip", packed.ToArray());

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, packed.Length, 512 * 1024);
    }

    [Fact]
    public async Task A_pdf_is_shown_and_sent_in_the_parts_that_are_asked_for()
    {
        var content = GivenFiles.Pdf("partes");
        using var answer = await SentAsync("Acta nº 1.pdf", content);

        Assert.Equal(("inline", "application/pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("Acta nº 1.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);

        using var request = new HttpRequestMessage(HttpMethod.Get, GivenFiles.Address(content, "Acta nº 1.pdf")) { Headers = { Range = new RangeHeaderValue(1, 3) } };
        using var part = await browser.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, "PDF"), (part.StatusCode, await part.Content.ReadAsStringAsync()));

        using var again = new HttpRequestMessage(HttpMethod.Get, GivenFiles.Address(content, "Acta nº 1.pdf")) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        using var same = await browser.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Everybody_reads_what_is_published_as_long_as_it_is_and_nothing_else()
    {
        var content = GivenFiles.Pdf("publicado");
        var address = GivenFiles.Address(content, "acta.pdf");
        using var sent = await SentAsync("acta.pdf", content);
        using var anybody = site.Browser(browser.Home.Host.Split('.')[0]);

        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).StatusCode);

        var file = (await browser.OpenAsync(GivenFiles.List)).Page.QuerySelector("main input[name=archivo]")!.GetAttribute("value")!;
        await DoAsync("Publish", "publicado");
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address.Replace("acta.pdf", "otro.pdf", StringComparison.Ordinal))).StatusCode);
        Assert.Contains("en uso", (await RemoveWhatIsInUseAsync(file)).Errors, StringComparison.Ordinal);

        Assert.Equal("/gestion/archivos?hecho=retirado", (await browser.WithdrawAsync("Ya no rige.")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).StatusCode);

        await DoAsync("Remove", "quitado");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
    }

    private async Task DoAsync(string what, string done) =>
        Assert.Equal($"/gestion/archivos?hecho={done}", (await browser.SendAsync(GivenFiles.List, [], $"main form[action$=\"handler={what}\"]")).Location);

    // The page offers no such button: a form of yesterday does.
    private async Task<Browser.Answer> RemoveWhatIsInUseAsync(string file) =>
        await browser.PostAsync($"{GivenFiles.List}?handler=Remove", new() { ["archivo"] = file, ["__RequestVerificationToken"] = await browser.TokenAsync() });

    private async Task<HttpResponseMessage> SentAsync(string name, byte[] content)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync((name, content))).Status);
        var answer = await browser.GetAsync(GivenFiles.Address(content, name));
        Assert.Equal(content, await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        return answer;
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return ValueTask.CompletedTask;
    }
}
