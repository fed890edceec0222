using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>A journalist wants figures to check, and takes them along.</summary>
[Collection(InBrowser.Name)]
public sealed class JournalistTests(HubBrowser browser)
{
    [Fact]
    public Task Takes_home_the_very_rows_that_the_page_shows() => browser.VisitAsync(Screen.Desk, async page =>
    {
        await page.GotoAsync(browser.Address("durango", "/compromisos"));
        var list = new CommitmentListScreen(page);
        var all = await list.Titles.CountAsync();

        await list.ShowOnlyLateAsync();
        await Expect(page).ToHaveURLAsync(new Regex("retraso=1"));
        var late = await list.Titles.AllInnerTextsAsync();

        Assert.InRange(late.Count, 1, all - 1);
        Assert.StartsWith($"{late.Count} ", await list.Count.InnerTextAsync(), StringComparison.Ordinal);

        var rows = await list.DownloadAsync();

        Assert.Equal(late.Count, rows.Count);
        Assert.All(late.Zip(rows), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    });

    [Fact]
    public Task Looks_back_to_the_first_balance_and_finds_its_figures_beside_ours() => browser.VisitAsync(Screen.Desk, async page =>
    {
        await page.GotoAsync(browser.Address(null));
        var country = new CountryScreen(page);

        await country.LookBackToAsync(new DateOnly(2015, 10, 27));
        await Expect(page).ToHaveURLAsync(browser.Address(null, "/?fecha=2015-10-27"));

        Assert.Equal("13", await country.ValueOf("Ejercicios locales en marcha"));
        Assert.Equal("9", await country.ValueOf("Secretariados instalados"));
        Assert.Equal("2", await country.ValueOf("Planes publicados"));
        Assert.Equal("12", await country.ValueOf("Compromisos"));
        Assert.Equal(["27 de octubre de 2015", "13", "12"], (await country.Compared("Compromisos").GetByRole(AriaRole.Cell).AllInnerTextsAsync()).Take(3));
        Assert.Equal("213", await country.Compared("Organizaciones participantes").GetByRole(AriaRole.Cell).Nth(1).InnerTextAsync());
    });

    [Theory]
    [InlineData("michoacan", "Michoacán")]
    [InlineData("20", "Oaxaca")]
    public Task Finds_a_place_however_it_is_typed(string typed, string name) => browser.VisitAsync(Screen.Phone, async page =>
    {
        await page.GotoAsync(browser.Address(null, "/entidades"));
        await page.GetByText("Buscar y filtrar").ClickAsync();
        var places = new PlacesScreen(page);

        await places.SearchAsync(typed);
        await places.Place(name).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
    });
}
