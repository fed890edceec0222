using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>The list of commitments with its filters and its download.</summary>
internal sealed class CommitmentListScreen(IPage page)
{
    public ILocator Count => page.GetByRole(AriaRole.Status);

    public ILocator Titles => page.GetByRole(AriaRole.Main).Locator(".record-title").GetByRole(AriaRole.Link);

    public async Task ShowOnlyLateAsync()
    {
        await page.GetByLabel("Solo con retraso").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Aplicar" }).ClickAsync();
    }

    /// <summary>The rows of the downloaded file, without its header.</summary>
    public async Task<IReadOnlyList<string>> DownloadAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Descargar esta lista (CSV)" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        return lines[1..];
    }
}
