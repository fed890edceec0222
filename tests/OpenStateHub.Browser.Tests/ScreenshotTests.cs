using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Browser.Tests;

/// <summary>The pictures of the README: made anew with HUB_SCREENSHOTS=1, otherwise only looked for.</summary>
[Collection(InBrowser.Name)]
public sealed class ScreenshotTests(HubBrowser browser)
{
    private const int Heaviest = 200_000;

    private static readonly string[] InReadme = ["tracker-1280.png", "national-1280.png", "tracker-390.png"];

    private static readonly (string Name, string? Host, string Path)[] Pages =
    [
        ("tracker", "durango", "/"),
        ("commitment", "durango", "/compromisos/calidad-y-horario-del-agua"),
        ("national", null, "/"),
        ("places", null, "/entidades"),
    ];

    private static string Folder { get; } = Repository.PathOf("tests", "OpenStateHub.Browser.Tests", "Screenshots");

    [Fact]
    public async Task The_readme_has_its_pictures()
    {
        if (Environment.GetEnvironmentVariable("HUB_SCREENSHOTS") == "1")
        {
            await TakeAsync();
        }

        Assert.All(InReadme, name => Assert.InRange(new FileInfo(Path.Combine(Folder, name)).Length, 1, Heaviest));
    }

    private async Task TakeAsync()
    {
        foreach (var screen in new[] { Screen.Desk, Screen.Phone })
        {
            await browser.VisitAsync(screen, async page =>
            {
                foreach (var (name, host, path) in Pages)
                {
                    await page.GotoAsync(browser.Address(host, path));
                    await page.EvaluateAsync("document.fonts.ready.then(() => null)");
                    await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{screen.Width}.png") });
                }
            });
        }
    }
}
