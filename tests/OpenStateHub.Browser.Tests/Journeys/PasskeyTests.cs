using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;
using OpenStateHub.Integration.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>Somebody makes a passkey on their telephone, and from then on comes in by their finger.</summary>
[Collection(InBrowser.Name)]
public sealed class PasskeyTests(HubBrowser browser)
{
    private const string Place = "morelos";
    private const string Name = "Mi teléfono";

    [Fact]
    public Task A_passkey_is_made_opens_the_place_and_is_removed() => browser.VisitAsync(Screen.Phone, async page =>
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync(browser.Address(Place, "/cuenta/entrar"));
        await new SignInScreen(page).EnterAsync("admin@morelos.example", DemoHub.Password);
        await page.WaitForURLAsync("**/gestion");
        var sitting = new Sitting(page);

        await page.GotoAsync(browser.Address(Place, "/cuenta/segundo-factor"));
        await sitting.FollowAsync("Añadir una llave de acceso");
        await sitting.FillAsync("Cómo la llamará", Name);
        await sitting.PressAsync("Crear la llave");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Guarde estos códigos" })).ToBeVisibleAsync();
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);

        await page.Locator(".masthead-out button").ClickAsync();
        await sitting.PressAsync("Usar una llave de acceso");
        await page.WaitForURLAsync("**/gestion");

        await page.GotoAsync(browser.Address(Place, "/cuenta/sesiones"));
        await Expect(page.GetByText("con segundo factor")).ToBeVisibleAsync();

        await page.GotoAsync(browser.Address(Place, "/cuenta/segundo-factor"));
        await Expect(page.GetByText(Name, new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"Retirar.*{Name}") }).ClickAsync();
        await Expect(page.GetByText("Se retiró.")).ToBeVisibleAsync();
    });
}
