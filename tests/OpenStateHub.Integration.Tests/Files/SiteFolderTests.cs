using System.Net;
using System.Text;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Files;

/// <summary>What only the real server shows: its start without a folder, and an upload that is refused by its header alone.</summary>
public sealed class SiteFolderTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Ten_gigabytes_declared_are_refused_before_a_byte_of_them_is_sent()
    {
        await hub.PersonAsync(await hub.PlaceAsync("durango"), Role.Administrator);
        await using var site = await SiteProcess.StartAsync(hub);
        using var browser = site.Browser("durango");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(GivenPeople.EmailOf(Role.Administrator))).Status);
        var token = await browser.TokenAsync();
        var cookies = browser.Cookies.GetCookieHeader(new UriBuilder(browser.Home) { Scheme = "https" }.Uri);
        await using var line = await site.ConnectAsync(default);

        await line.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {GivenFiles.Upload} HTTP/1.1\r\nHost: {browser.Home.Authority}\r\nCookie: {cookies}\r\nRequestVerificationToken: {token}\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 10737418240\r\nExpect: 100-continue\r\n\r\n"));
        using var answer = new StreamReader(line);
        var first = await answer.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10));
        var body = new char[16_384];
        var read = await answer.ReadBlockAsync(body).AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("HTTP/1.1 413 Payload Too Large", first);
        Assert.Contains("Es demasiado grande", WebUtility.HtmlDecode(new string(body, 0, read)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_said_to_the_sender_and_keeps_nothing_of_the_file()
    {
        await hub.PersonAsync(await hub.PlaceAsync("morelos"), Role.Administrator);
        await using var site = await SiteProcess.StartOnDiskAsync(hub, "size=2m");
        using var browser = site.Browser("morelos");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(GivenPeople.EmailOf(Role.Administrator))).Status);

        var (status, _, said) = await browser.SendAsync(("grande.bin", new byte[3_000_000]));
        var (again, answer) = await browser.Client.SendByScriptAsync(await browser.TokenAsync(), "grande.bin", new byte[3_000_000]);
        var (after, _, _) = await browser.SendAsync(("cabe.bin", new byte[1_500_000]));

        Assert.Equal((HttpStatusCode.InsufficientStorage, HttpStatusCode.InsufficientStorage), (status, again));
        Assert.Contains("disco del sitio está lleno", said, StringComparison.Ordinal);
        Assert.Contains("disco del sitio está lleno", answer!.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, after);
    }

    [Fact]
    public async Task A_site_that_could_keep_no_file_says_so_in_one_sentence()
    {
        var file = Path.Combine(hub.DataFolder, "es-un-archivo");
        await File.WriteAllTextAsync(file, "");

        foreach (var (data, sentence) in new[] { (file, "set HUB_DATA to a folder that the site may write."), ("", "HUB_DATA is not set"), (null, "HUB_DATA is not set") })
        {
            var (exit, said) = await SiteProcess.RefusedAsync(hub, data);

            Assert.Equal((1, 1), (exit, said.Count(letter => letter == '\n')));
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }
    }
}
