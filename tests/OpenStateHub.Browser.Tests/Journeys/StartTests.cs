using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>Chihuahua begins on a phone: from the letter of invitation through the guide to a public page with its brand, and to another stage in the country.</summary>
[Collection(InBrowser.Name)]
public sealed class StartTests(HubBrowser browser)
{
    private const string Place = "chihuahua";
    private const string Address = "transparencia@chihuahua.example";
    private const string Declared = "Declaratoria conjunta";

    [Fact]
    public Task From_an_invitation_to_a_public_page_with_the_brand() => browser.VisitAsync(Screen.Phone, async page =>
    {
        var token = await InviteAsync();
        Assert.DoesNotContain(Declared, await StageAsync(), StringComparison.Ordinal);

        var sitting = new Sitting(page);
        await page.GotoAsync(browser.Address(Place, AccountPaths.Invitation(token)));
        await sitting.FillAsync("Nombre", "Administración del garante");
        await sitting.FillAsync("Contraseña nueva", GivenPeople.Password);
        await sitting.PressAsync("Crear mi cuenta");
        await sitting.FillAsync("Correo electrónico", Address);
        await sitting.FillAsync("Contraseña", GivenPeople.Password);
        await sitting.PressAsync("Entrar");
        await Expect(page).ToHaveURLAsync(new Regex("/gestion/inicio$"));

        await sitting.FollowAsync("Decir el nombre");
        await sitting.FillAsync("Nombre", "Instituto Chihuahuense para la Transparencia y Acceso a la Información Pública");
        await sitting.PressAsync("Guardar nombre");
        await sitting.FollowAsync("Seguir");
        await sitting.FillAsync("Color principal", "#1E5B4F");
        await sitting.PressAsync("Guardar color");
        await sitting.FollowAsync("Seguir");
        await sitting.FillAsync("Oficina", "Dirección de Acceso a la Información");
        await sitting.FillAsync("Correo electrónico", "contacto@chihuahua.example");
        await sitting.FillAsync("Dirección", "Av. Teófilo Borunda 2009, Chihuahua");
        await sitting.PressAsync("Guardar");
        await sitting.FollowAsync("Seguir");

        // What was said before stands in the notice already.
        await Expect(sitting.Field("Institución responsable")).ToHaveValueAsync("Dirección de Acceso a la Información");
        await sitting.PressAsync("Adoptar este aviso");
        await sitting.FollowAsync("Seguir");

        foreach (var organization in new[] { "Secretaría de la Función Pública", "Red de Ciudadanos", "ICHITAIP" })
        {
            await sitting.FillAsync("Organización", organization);
            await sitting.PressAsync("Guardar y publicar");
            await sitting.FollowAsync("Seguir");
        }

        await sitting.FollowAsync("Ver toda la guía");
        await LaterAsync(page, sitting, "Las personas que trabajarán aquí");
        await LaterAsync(page, sitting, "Qué tan preparado está el lugar");
        await sitting.FollowAsync("Registrar la declaratoria");
        await sitting.FillAsync("Título", Declared);
        await sitting.FillAsync("Día en que ocurrió", "2015-03-09");
        await sitting.PressAsync("Guardar y publicar");
        await Expect(page.GetByText("Hecho: La declaratoria conjunta.")).ToBeVisibleAsync();

        await page.GotoAsync(browser.Address(Place));
        Assert.Equal("accent-1e5b4f", await page.EvaluateAsync<string>("document.documentElement.className"));
        await UntilAsync(async () => (await StageAsync()).Contains(Declared, StringComparison.Ordinal), "the stage of the place");
        TestContext.Current.TestOutputHelper!.WriteLine($"{sitting}");
    });

    private static async Task LaterAsync(IPage page, Sitting sitting, string step)
    {
        await Expect(page.Locator(".start-step-next h2")).ToHaveTextAsync(step);
        await sitting.TapAsync(page.Locator(".start-step-next form button"));
    }

    private async Task<string> StageAsync() =>
        Regex.Match(await browser.ReadAsync(null, $"/entidades/{Place}"), "<p class=\"lead\">.*?</p>", RegexOptions.Singleline).Value;

    private async Task<string> InviteAsync()
    {
        await browser.Hub.AsAsync(await browser.Hub.NationalAsync(), async scope => Assert.Null(await scope.GetRequiredService<ActivateTenant>().ExecuteAsync(Place, default)));
        var made = "";
        await browser.Hub.AsAsync(await browser.Hub.FindAsync(Place), async scope => Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            new() { Email = Address, Role = Role.Administrator },
            token =>
            {
                made = token;
                return null;
            },
            default)));
        await UntilAsync(() => browser.HasAsync(Place, "/"), "the new place");
        return made;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        var since = Stopwatch.GetTimestamp();

        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(15), $"Nothing changed: {what}.");
            await Task.Delay(20);
        }
    }
}
