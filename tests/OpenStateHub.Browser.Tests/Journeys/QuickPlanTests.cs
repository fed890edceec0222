using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>The short path of a municipality without an IT office: from the letter of invitation to three published commitments, by what the pages say.</summary>
[Collection(InBrowser.Name)]
public sealed class QuickPlanTests(HubBrowser browser)
{
    private const string Place = "lerdo-dgo";
    private const string State = "durango";
    private const string Address = "alcaldia@lerdo.example";

    // Somebody who types with two fingers on a phone, and reads each page before they touch it.
    private const double SecondsAPage = 20;
    private const double SecondsAField = 4;
    private const double SecondsACharacter = 0.5;

    private static readonly (string What, string Problem)[] Promises =
    [
        ("Publicar cada mes la calidad del agua", "Nadie sabe si el agua de su colonia se puede beber."),
        ("Abrir el presupuesto de obra", "No se sabe qué obras se pagan ni cuánto cuestan."),
        ("Decir quién gana cada contrato", "Las compras del ayuntamiento no se pueden seguir."),
    ];

    [Fact]
    public Task Publishes_three_commitments_in_under_half_an_hour() => browser.VisitAsync(Screen.Phone, async page =>
    {
        var token = await InviteAsync();
        var sitting = new Sitting(page);
        await page.GotoAsync(browser.Address(Place, AccountPaths.Invitation(token)));
        await sitting.FillAsync("Nombre", "Oficialía mayor");
        await sitting.FillAsync("Contraseña nueva", GivenPeople.Password);
        await sitting.TickAsync("Leí el aviso de privacidad y lo acepto");
        await sitting.PressAsync("Crear mi cuenta");
        await sitting.FillAsync("Correo electrónico", Address);
        await sitting.FillAsync("Contraseña", GivenPeople.Password);
        await sitting.PressAsync("Entrar");

        await Expect(page).ToHaveURLAsync(new Regex("/gestion/inicio$"));
        await LaterAsync(page, sitting, "Color y logotipo");
        await LaterAsync(page, sitting, "Aviso de privacidad");
        await sitting.FollowAsync("Agregar un asiento");
        await SeatAsync(sitting, "H. Ayuntamiento de Lerdo");
        await sitting.FollowAsync("Seguir");
        await SeatAsync(sitting, "Vecinos de Lerdo");
        await sitting.FollowAsync("Seguir");
        await sitting.PressAsync("Ofrecer el asiento a Durango");
        await Expect(page.GetByText("espera respuesta")).ToBeVisibleAsync();
        await StateAcceptsAsync();

        await sitting.FollowAsync("Ver toda la guía");
        await sitting.FollowAsync("Escribir el plan");

        foreach (var (index, (what, problem)) in Promises.Index())
        {
            await Expect(page.Locator(".quick-written li")).ToHaveCountAsync(index);
            await WriteAsync(sitting, what, problem);
            await sitting.PressAsync(index < Promises.Length - 1 ? "Guardar y escribir el siguiente" : "Guardar y revisar el plan");
        }

        await Expect(page.GetByText("No falta nada.")).ToBeVisibleAsync();
        await sitting.PressAsync("Enviar a votación");
        await Expect(page.GetByText("La votación está abierta.")).ToBeVisibleAsync();
        await AllVoteAsync();
        await sitting.FollowAsync("Cerrar la votación");
        await sitting.PressAsync("Cerrar la votación");
        await Expect(page).ToHaveURLAsync(new Regex("/decisiones/[^/]+$"));
        await page.GotoAsync(browser.Address(Place, "/gestion/plan/rapido"));
        await sitting.PressAsync("Publicar el plan");
        await Expect(page.GetByText("El plan se publicó el")).ToBeVisibleAsync();

        await page.GotoAsync(browser.Address(Place, "/compromisos"));
        await Expect(page.GetByText(Promises[2].What).First).ToBeVisibleAsync();
        await page.GotoAsync(browser.Address(Place, "/gestion"));
        await Expect(page).ToHaveURLAsync(new Regex("/gestion$"));

        var minutes = ((sitting.Pages * SecondsAPage) + (sitting.Fields * SecondsAField) + (sitting.Characters * SecondsACharacter)) / 60;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sitting}, {sitting.Characters} characters; {minutes:0.0} minutes at {SecondsAPage} s a page, {SecondsAField} s a field and {SecondsACharacter} s a character"));
        Assert.InRange(minutes, 1, 30);
        Assert.InRange(sitting.Fields, 1, 40);
    });

    private static async Task LaterAsync(IPage page, Sitting sitting, string step)
    {
        await Expect(page.Locator(".start-step-next h2")).ToHaveTextAsync(step);
        await sitting.TapAsync(page.Locator(".start-step-next form button"));
    }

    private static async Task SeatAsync(Sitting sitting, string organization)
    {
        await sitting.FillAsync("Organización", organization);
        await sitting.PressAsync("Guardar y publicar");
    }

    private static async Task WriteAsync(Sitting sitting, string what, string problem)
    {
        await sitting.FillAsync("Compromiso", what);
        await sitting.FillAsync("Problema público", problem);
        await sitting.ChooseAsync("Valor de gobierno abierto", "Acceso a la información");
        await sitting.FillAsync("Por qué", "Se publica lo que hoy está guardado.");
        await sitting.FillAsync("Institución responsable", "Oficialía mayor");
        await sitting.FillAsync("Contraparte de sociedad civil", "Vecinos de Lerdo");
        await sitting.FillAsync("Qué se hará", "Reunir los datos y publicarlos");
        await sitting.FillAsync("Qué se entregará", "Una página que se actualiza cada mes");
    }

    private async Task<string> InviteAsync()
    {
        await browser.Hub.AsAsync(await browser.Hub.NationalAsync(), async scope => Assert.Null(await scope.GetRequiredService<AddTenant>().ExecuteAsync(
            new(Place, "Lerdo", TenantKind.Municipality, "10012", State), default)));
        var made = "";
        await browser.Hub.AsAsync(await browser.Hub.FindAsync(Place), async scope => Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            new() { Email = Address, Role = Role.Administrator },
            token =>
            {
                made = token;
                return null;
            },
            default)));
        var since = Stopwatch.GetTimestamp();

        while (!await browser.HasAsync(Place, "/"))
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(15), "The new place is not served.");
            await Task.Delay(20);
        }

        return made;
    }

    /// <summary>The administrator of the state, at another desk.</summary>
    private Task StateAcceptsAsync() => browser.VisitAsync(Screen.Desk, async page =>
    {
        await page.GotoAsync(browser.Address(State, "/cuenta/entrar"));
        var sitting = new Sitting(page);
        await sitting.FillAsync("Correo electrónico", $"admin@{State}.example");
        await sitting.FillAsync("Contraseña", "Demo-OpenState-1");
        await sitting.PressAsync("Entrar");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lerdo ofrece el asiento del órgano garante" }).ClickAsync();
        await sitting.PressAsync("Aceptar el asiento");
        await Expect(page.GetByText("ocupa el asiento del órgano garante en Lerdo.")).ToBeVisibleAsync();
    });

    /// <summary>Each of the three seats, on its own phone.</summary>
    private async Task AllVoteAsync()
    {
        var place = await browser.Hub.FindAsync(Place);
        var (decision, seats) = await browser.Hub.AsAsync(place, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            return (await db.Decisions.Where(d => d.Outcome == DecisionOutcome.Open).Select(d => d.Id).SingleAsync(),
                (await db.Seats.ToListAsync()).ConvertAll(seat => (seat.Id, seat.Sector)));
        });
        await browser.Hub.AllVoteAsync(place, decision, seats);
    }
}
