using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>An administrator sends several files at once, with script and without, and learns of each what became of it.</summary>
[Collection(InBrowser.Name)]
public sealed class AdministratorFilesTests(HubBrowser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Several_files_are_sent_at_once(bool javaScript) => browser.VisitAsync(Screen.Phone, async page =>
    {
        var files = new FilesScreen(page);
        await files.OpenAsync(browser.Address("durango", ""));

        await files.SendAsync(($"acta-{javaScript}.pdf", $"%PDF-1.4 acta {javaScript}"), ($"dibujo-{javaScript}.svg", $"<svg onload='alert({javaScript})'/>"));

        await Assertions.Expect(files.Done).ToContainTextAsync("Los archivos están guardados");
        await Assertions.Expect(files.Row($"acta-{javaScript}.pdf")).ToContainTextAsync("PDF");
        await Assertions.Expect(files.Row($"dibujo-{javaScript}.svg")).ToContainTextAsync("Solo para descargar");

        // The scan is a script itself.
        if (javaScript)
        {
            Assert.Empty(await Accessibility.ViolationsAsync(page, Screen.Phone));
            Assert.Empty(await Accessibility.SidewaysAsync(page));
        }
    }, javaScript);

    [Fact]
    public Task Without_script_too_each_refusal_names_its_file() => browser.VisitAsync(Screen.Phone, async page =>
    {
        var files = new FilesScreen(page);
        await files.OpenAsync(browser.Address("durango", ""));

        await files.SendAsync(("falso.pdf", "<html><script>alert(1)</script>"), ("bueno.pdf", "%PDF-1.4 bueno"));

        await Assertions.Expect(files.Refused).ToContainTextAsync("falso.pdf: Su nombre promete una imagen o un PDF");
        await Assertions.Expect(files.Refused).ToContainTextAsync("bueno.pdf: Guardado.");
    }, javaScript: false);

    [Fact]
    public Task A_document_that_is_withdrawn_leaves_its_hash_its_days_and_the_reason() => browser.VisitAsync(Screen.Phone, async page =>
    {
        var files = new FilesScreen(page);
        await files.OpenAsync(browser.Address("durango", ""));
        await files.SendAsync(("convenio_con_un_nombre_que_no_cabe_en_una_sola_linea_del_telefono.pdf", "%PDF-1.4 convenio"));
        await files.PublishAsync("convenio_");
        await files.OpenRecordAsync("convenio_");
        await LooksRightAsync(page);

        await page.GoBackAsync();
        await files.WithdrawAsync("convenio_", "");
        await Assertions.Expect(page.GetByLabel("Por qué se retira")).ToHaveAttributeAsync("aria-invalid", "true");
        await LooksRightAsync(page);
        await files.GiveReasonAsync("Contiene un domicilio.");
        await Assertions.Expect(files.Done).ToContainTextAsync("El documento se retiró");

        await page.GotoAsync(browser.Address("durango", "/historial"));
        await LooksRightAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "convenio_" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Note)).ToContainTextAsync("Contiene un domicilio.");
        await LooksRightAsync(page);
    });

    private static async Task LooksRightAsync(IPage page)
    {
        Assert.Empty(await Accessibility.ViolationsAsync(page, Screen.Phone));
        Assert.Empty(await Accessibility.SidewaysAsync(page));
    }
}
