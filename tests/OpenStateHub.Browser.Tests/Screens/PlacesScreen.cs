using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>The list of the country's places.</summary>
internal sealed class PlacesScreen(IPage page)
{
    public async Task SearchAsync(string text)
    {
        await page.GetByLabel("Nombre o clave del INEGI").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aplicar" }).ClickAsync();
    }

    public ILocator Place(string name) => page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
