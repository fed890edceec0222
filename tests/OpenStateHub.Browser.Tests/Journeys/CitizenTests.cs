using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>Somebody in Durango wants to know whether their state keeps its word.</summary>
[Collection(InBrowser.Name)]
public sealed class CitizenTests(HubBrowser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Sees_on_a_phone_what_is_late_and_who_has_confirmed(bool javaScript) => browser.VisitAsync(Screen.Phone, async page =>
    {
        await page.GotoAsync(browser.Address("durango"));
        var tracker = new TrackerScreen(page);

        await Expect(tracker.Question).ToHaveTextAsync("¿Está cumpliendo Durango?");
        await Expect(tracker.Progress).ToHaveAttributeAsync("aria-label", Pair());
        await Expect(tracker.LateActivities.First).ToContainTextAsync("Venció el");

        var late = tracker.LateActivities.First.GetByRole(AriaRole.Link);
        var activity = await late.InnerTextAsync();
        await late.ClickAsync();
        var commitment = new CommitmentScreen(page);

        await Expect(commitment.Activity(activity)).ToContainTextAsync("Con retraso");

        await page.GoBackAsync();
        await tracker.AllCommitments.ClickAsync();
        await new CommitmentListScreen(page).Titles.Filter(new() { HasText = "Publicar cada mes la calidad" }).ClickAsync();

        await Expect(commitment.Progress).ToHaveAttributeAsync("aria-label", Pair());
        await Expect(commitment.Silent).ToContainTextAsync("Gobierno");
        await Expect(commitment.AnswerTo("Abrir el tablero mensual", "Gobierno")).ToContainTextAsync("sin respuesta desde el");
        await Expect(commitment.AnswerTo("Abrir el tablero mensual", "Sociedad civil")).ToContainTextAsync("confirmó el");
    }, javaScript);

    [Fact]
    public Task Keeps_the_page_when_changing_the_language_and_the_language_when_following_links() => browser.VisitAsync(Screen.Desk, async page =>
    {
        await page.GotoAsync(browser.Address("durango", "/compromisos?retraso=1"));
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(browser.Address("durango", "/compromisos?retraso=1&lang=en"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Commitments");

        await page.GetByRole(AriaRole.Link, new() { Name = "Secretariat", Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await page.GetByRole(AriaRole.Link, new() { Name = "Español" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(browser.Address("durango", "/secretariado"));
    });

    [Fact]
    public Task Is_told_kindly_that_an_address_does_not_exist() => browser.VisitAsync(Screen.Phone, async page =>
    {
        var answer = await page.GotoAsync(browser.Address("durango", "/compromisos/no-existe"));

        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Esta página no existe");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ir al inicio" }).ClickAsync();
        await Expect(new TrackerScreen(page).Question).ToHaveTextAsync("¿Está cumpliendo Durango?");
    });

    [Fact]
    public Task Reaches_the_content_by_keyboard_and_sees_where_the_focus_is() => browser.VisitAsync(Screen.Desk, async page =>
    {
        await page.GotoAsync(browser.Address("durango"));
        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Ir al contenido" });

        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        var inContent = page.GetByRole(AriaRole.Main).Locator(":focus-visible");
        await Expect(inContent).ToHaveCSSAsync("outline-style", "solid");
        await Expect(inContent).ToHaveCSSAsync("outline-width", "3px");
    });

    private static Regex Pair() => new(@"^Avance: \d+\s% reportado, \d+\s% verificado$");
}
