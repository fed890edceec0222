using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>INAI invites Chihuahua, which begins on a phone: through the guide to a public page with its brand, and to another stage in the country.</summary>
[Collection(InBrowser.Name)]
public sealed class StartTests(HubBrowser browser)
{
    private const string Place = "chihuahua";
    private const string Address = "transparencia@chihuahua.example";
    private const string Declared = "Declaratoria conjunta";

    [Fact]
    public Task From_an_invitation_to_a_public_page_with_the_brand() => browser.VisitAsync(Screen.Phone, async page =>
    {
        var declaredBefore = await ReachedAsync(Declared);
        Assert.DoesNotContain(Declared, await StageAsync(), StringComparison.Ordinal);
        await InviteAsync();
        await UntilAsync(async () => (await StageAsync()).Contains("Invitad", StringComparison.Ordinal), "the place is invited");

        var sitting = new Sitting(page);
        await page.GotoAsync(await LinkAsync());
        await sitting.FillAsync("Nombre", "Administración del garante");
        await sitting.FillAsync("Contraseña nueva", GivenPeople.Password);
        await sitting.TickAsync("Leí el aviso de privacidad y lo acepto");
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
        await UntilAsync(async () => await ReachedAsync(Declared) == declaredBefore + 1, "the funnel of the country");
        TestContext.Current.TestOutputHelper!.WriteLine($"{sitting}");
    });

    private static async Task LaterAsync(IPage page, Sitting sitting, string step)
    {
        await Expect(page.Locator(".start-step-next h2")).ToHaveTextAsync(step);
        await sitting.TapAsync(page.Locator(".start-step-next form button"));
    }

    private async Task<string> StageAsync() =>
        Regex.Match(await browser.ReadAsync(null, $"/entidades/{Place}"), "<p class=\"lead\">.*?</p>", RegexOptions.Singleline).Value;

    /// <summary>How many places have come that far, by the funnel of the country.</summary>
    private async Task<int> ReachedAsync(string stage) => int.Parse(
        Regex.Match(await browser.ReadAsync(null, "/"), $"<th scope=\"row\">(<a [^>]*>)?{stage}<.*?<b>(\\d+)</b>", RegexOptions.Singleline).Groups[2].Value, CultureInfo.InvariantCulture);

    /// <summary>INAI's monitor finds the place while typing, and sends the letter.</summary>
    private Task InviteAsync() => browser.VisitAsync(Screen.Desk, async page =>
    {
        var sitting = new Sitting(page);
        await page.GotoAsync(browser.Address(null, "/cuenta/entrar?volver=/gestion/entidades"));
        await new SignInScreen(page).EnterAsync("monitor@inai.example", "Demo-OpenState-1");
        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("chihua");
        await page.Locator(".suggestions a").Filter(new() { HasText = "Chihuahua" }).First.ClickAsync();
        await sitting.FillAsync("Correo electrónico", Address);
        await sitting.PressAsync("Enviar la invitación");
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    });

    /// <summary>What the letter says to open: it stands on the place's own host.</summary>
    private async Task<string> LinkAsync() => await browser.Hub.AsAsync(await browser.Hub.NationalAsync(), async scope =>
        Regex.Match(
            (await scope.GetRequiredService<HubDbContext>().MailQueue.SingleAsync(mail => mail.Recipient == Address)).Text!,
            $@"http://{Place}\.localhost:\d+/\S+").Value);

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
