using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>The official who must report before Friday, on a phone; and the counterpart who does not believe it.</summary>
[Collection(InBrowser.Name)]
public sealed class OwnerReportTests(HubBrowser browser)
{
    private const string Place = "morelos";
    private static readonly FilePayload Photo = new() { Name = "jornada.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 jornada"u8.ToArray() };

    [Fact]
    public async Task Reports_from_a_phone_in_four_pages_and_is_sent_back_in_public()
    {
        await browser.VisitAsync(Screen.Phone, async page =>
        {
            var sitting = new Sitting(page);
            await EnterAsync(page, sitting, "responsable");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mis pendientes");
            await sitting.TapAsync(page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Reportar") }).First);
            await sitting.TapAsync(page.GetByLabel("Sí, terminada"));
            await Expect(page.GetByLabel("Avance, de 0 a 99 %")).ToBeHiddenAsync();
            await sitting.FillAsync("¿Qué se hizo?", "Los sitios quedaron cerrados y con guardia.");
            await sitting.GiveAsync("Fotos o archivos", Photo);
            await sitting.TapAsync(page.Locator(".report-personal").GetByLabel("No", new() { Exact = true }));
            await sitting.PressAsync("Publicar reporte");
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Su reporte ya es público.");
            TestContext.Current.TestOutputHelper!.WriteLine($"An owner's report on a phone, from the door to the public page: {sitting}");

            // Door, what is due, the form, what is due. Name and password; what was done and a file; the day is proposed.
            Assert.Equal((4, 4, 5), (sitting.Pages, sitting.Fields, sitting.Clicks));
        });

        await browser.VisitAsync(Screen.Phone, async page =>
        {
            var sitting = new Sitting(page);
            await EnterAsync(page, sitting, "sociedad");
            await page.GotoAsync(browser.Address(Place, "/gestion/verificacion"));
            var report = page.Locator(".verify-one").Filter(new() { HasText = "Los sitios quedaron cerrados" });
            await report.GetByText("No está hecho…").ClickAsync();
            await report.GetByLabel("¿Por qué se devuelve?").FillAsync("Dos sitios siguen recibiendo basura por la noche.");
            await report.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Devolver") }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Su respuesta ya es pública.");
        });

        Assert.Contains("Dos sitios siguen recibiendo basura por la noche.", await browser.ReadAsync(Place, "/compromisos/cero-tiraderos"), StringComparison.Ordinal);
    }

    private async Task EnterAsync(IPage page, Sitting sitting, string mailbox)
    {
        await page.GotoAsync(browser.Address(Place, "/cuenta/entrar"));
        await sitting.FillAsync("Correo electrónico", $"{mailbox}@{Place}.example");
        await sitting.FillAsync("Contraseña", DemoHub.Password);
        await sitting.PressAsync("Entrar");
    }
}
