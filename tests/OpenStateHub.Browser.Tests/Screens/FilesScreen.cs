using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>The files of a place, as its administrator sees them.</summary>
internal sealed class FilesScreen(IPage page)
{
    public ILocator Done => page.GetByRole(AriaRole.Status);

    public ILocator Refused => page.GetByRole(AriaRole.Alert);

    public ILocator Row(string name) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public async Task OpenAsync(string address)
    {
        await page.GotoAsync($"{address}/cuenta/entrar");
        await page.GetByLabel("Correo electrónico").FillAsync("admin@durango.example");
        await page.GetByLabel("Contraseña").FillAsync("Demo-OpenState-1");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Administración", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Archivos" }).ClickAsync();
    }

    public async Task SendAsync(params (string Name, string Text)[] files)
    {
        await page.GetByLabel("Archivos de su equipo").SetInputFilesAsync(files.Select(file =>
            new FilePayload { Name = file.Name, MimeType = "application/pdf", Buffer = System.Text.Encoding.UTF8.GetBytes(file.Text) }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Subir", Exact = true }).ClickAsync();
    }

    public Task PublishAsync(string name) => Row(name).GetByRole(AriaRole.Button, new() { Name = "Publicar" }).ClickAsync();

    public Task OpenRecordAsync(string name) => Row(name).GetByRole(AriaRole.Link, new() { Name = "Ficha pública" }).ClickAsync();

    public async Task WithdrawAsync(string name, string reason)
    {
        await Row(name).GetByRole(AriaRole.Link, new() { Name = "Retirar" }).ClickAsync();
        await GiveReasonAsync(reason);
    }

    public async Task GiveReasonAsync(string reason)
    {
        await page.GetByLabel("Por qué se retira").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirar el documento" }).ClickAsync();
    }
}
