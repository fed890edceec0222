using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;
using OpenStateHub.Integration.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>An administrator writes a commitment, and whatever happens meanwhile loses no word of it.</summary>
[Collection(InBrowser.Name)]
public sealed class EditorTests(HubBrowser browser)
{
    private const string Place = "zacatecas";
    private const string Email = "admin@zacatecas.example";

    [Fact]
    public Task What_is_typed_survives_leaving_the_page_and_losing_the_session() => browser.VisitAsync(Screen.Phone, async page =>
    {
        await page.GotoAsync(browser.Address(Place, "/cuenta/entrar?volver=/gestion/plan/nuevo"));
        await new SignInScreen(page).EnterAsync(Email, DemoHub.Password);
        await page.GetByLabel("Título del plan").FillAsync("Plan que se escribe");
        await page.GetByLabel("Ejes").FillAsync("Agua");
        await page.GetByText("Crear el borrador").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/gestion/plan/plan-que-se-escribe/compromisos/nuevo$"));

        var form = new CommitmentFormScreen(page);
        await form.Title.FillAsync("Publicar la calidad del agua");
        await Expect(form.Kept).ToContainTextAsync("Borrador guardado");

        await page.GotoAsync(browser.Address(Place, "/gestion/plan/plan-que-se-escribe"));
        await page.GoBackAsync();
        await Expect(form.Title).ToHaveValueAsync("Publicar la calidad del agua");

        await page.Context.ClearCookiesAsync();
        await form.Problem.FillAsync("Nadie sabe qué sale de la llave.");
        await form.SaveAsync();
        await new SignInScreen(page).EnterAsync(Email, DemoHub.Password);
        await Expect(form.Problem).ToHaveValueAsync("Nadie sabe qué sale de la llave.");
        await Expect(form.Title).ToHaveValueAsync("Publicar la calidad del agua");

        await form.SaveAsync();
        await Expect(page.GetByText("1. Publicar la calidad del agua").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));

        await page.GoBackAsync();
        await Expect(form.Title).ToHaveValueAsync("");
    });

    [Theory]
    [InlineData("tabasco", true)]
    [InlineData("oaxaca", false)]
    public async Task An_impatient_finger_adds_once_and_what_was_taken_out_comes_back(string place, bool javaScript)
    {
        await browser.Hub.DraftAsync(await browser.Hub.FindAsync(place));

        await browser.VisitAsync(Screen.Phone, async page =>
        {
            var sitting = new Sitting(page);
            var parts = page.Locator(".part");
            await page.GotoAsync(browser.Address(place, $"/cuenta/entrar?volver={GivenDrafts.Commitment}/actividades"));
            await new SignInScreen(page).EnterAsync($"admin@{place}.example", DemoHub.Password);

            foreach (var (index, step) in new[] { "Medir", "Publicar" }.Index())
            {
                await sitting.FillAsync("Qué se hará", step);
                await sitting.FillAsync("Qué se entregará", "Un informe");
                await sitting.FillAsync("Vence", "2026-06-30");
                await page.GetByRole(AriaRole.Button, new() { Name = "Guardar y agregar otra" }).DblClickAsync();
                await Expect(parts).ToHaveCountAsync(index + 1);
            }

            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Eliminar ?: Medir$") }).ClickAsync();
            await Expect(parts).ToHaveCountAsync(1);
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Deshacer ?: Medir$") }).ClickAsync();
            await Expect(parts).ToHaveCountAsync(2);

            await sitting.FollowAsync("Cambiar los pesos");
            await sitting.FillAsync("Medir", "70");
            await sitting.PressAsync("Ajustar el resto");
            await Expect(page.GetByLabel(new Regex("^Publicar"))).ToHaveValueAsync("30");
            await sitting.PressAsync("Guardar los pesos");
            await Expect(parts.First).ToContainTextAsync("70 %");
        }, javaScript);
    }
}
