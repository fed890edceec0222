using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>The national page on a day.</summary>
internal sealed class CountryScreen(IPage page)
{
    public async Task LookBackToAsync(DateOnly day)
    {
        await page.GetByLabel("Ver el país al día").FillAsync(day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ver esa fecha" }).ClickAsync();
    }

    /// <summary>The tile of one figure, with its value, definition and coverage.</summary>
    public ILocator Figure(string name) => page.Locator("section.stat").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });

    public Task<string> ValueOf(string name) => Figure(name).Locator(".stat-value").InnerTextAsync();

    /// <summary>What was published at the time and what the records give: the row of one figure.</summary>
    public ILocator Compared(string name) =>
        page.GetByRole(AriaRole.Table, new() { Name = "Lo publicado y lo que consta en los registros" })
            .GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) });
}
