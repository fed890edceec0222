using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;

namespace OpenStateHub.Browser.Tests;

/// <summary>The first view comes over a poor connection too: at most 150 kB over the wire, headers included. The styles come as gzip here; a published site has them as brotli too, which is lighter.</summary>
[Collection(InBrowser.Name)]
public sealed class WeightTests(HubBrowser browser)
{
    private const int Budget = 150_000;

    [Theory]
    [InlineData("durango")]
    [InlineData(null)]
    public Task The_first_view_is_light(string? host) => browser.VisitAsync(Screen.Phone, async page =>
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        var bytes = 0L;
        devTools.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        await devTools.SendAsync("Network.enable");

        await page.GotoAsync(browser.Address(host), new() { WaitUntil = WaitUntilState.NetworkIdle });

        TestContext.Current.SendDiagnosticMessage("{0}: {1} bytes", page.Url, bytes);
        Assert.InRange(bytes, 1, Budget);
    });
}
