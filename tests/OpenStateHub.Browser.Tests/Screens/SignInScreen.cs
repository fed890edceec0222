using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>The door of a place.</summary>
internal sealed class SignInScreen(IPage page)
{
    public async Task EnterAsync(string email, string password)
    {
        await page.GetByLabel("Correo").FillAsync(email);
        await page.GetByLabel("Contraseña").FillAsync(password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
    }
}
