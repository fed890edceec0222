using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>The administrator of a municipality, alone with a phone and one afternoon: from the door to a public plan.</summary>
[Collection(InBrowser.Name)]
public sealed class MunicipalPlanTests(HubBrowser browser)
{
    private const string Place = "gomez-palacio-dgo";
    private static readonly TimeSpan Visible = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly string[] Promises = ["Publicar la calidad del agua", "Abrir el presupuesto de obra", "Decir quién gana cada contrato"];
    private static readonly string[] Steps = ["Reunir los datos", "Revisarlos con los vecinos", "Publicarlos cada mes"];

    private IReadOnlyList<(Guid Id, Sector Sector)> seats = [];

    [Fact]
    public Task Writes_mends_and_publishes_a_first_plan() => browser.VisitAsync(Screen.Phone, async page =>
    {
        await ProvisionAsync();
        var before = await FiguresAsync();
        Assert.DoesNotContain("Plan de acción local", await browser.ReadAsync(Place, "/"), StringComparison.Ordinal);

        var sitting = new Sitting(page);
        await page.GotoAsync(browser.Address(Place, "/cuenta/entrar"));
        await sitting.FillAsync("Correo electrónico", GivenPeople.EmailOf(Role.Administrator));
        await sitting.FillAsync("Contraseña", GivenPeople.Password);
        await sitting.PressAsync("Entrar");
        await sitting.FollowAsync("Nuevo plan");
        await sitting.PressAsync("Crear el borrador");

        foreach (var (index, promise) in Promises.Index())
        {
            await WriteAsync(page, sitting, promise, withProblem: index != 1, isLast: index == Promises.Length - 1);
        }

        var gate = page.Locator(".gate").GetByRole(AriaRole.Listitem);
        await Expect(gate).ToHaveCountAsync(1);
        await Expect(gate).ToContainTextAsync(Promises[1]);
        await sitting.FollowAsync("Falta el problema público");
        await Expect(sitting.Field("Problema público")).ToBeInViewportAsync();
        await sitting.FillAsync("Problema público", "Nadie sabe qué obras se pagan ni cuánto cuestan.");
        await sitting.PressAsync("Guardar y volver al plan");
        await Expect(page.GetByText("No falta nada")).ToBeVisibleAsync();

        await sitting.PressAsync("Abrir a consulta");
        var plan = page.Url;
        await sitting.FollowAsync("Someter a votación");
        await sitting.PressAsync("Abrir la votación");
        await Expect(page.Locator(".lead")).ToContainTextAsync("La votación está abierta");
        await AllVoteAsync(Guid.Parse(new Uri(page.Url).Segments[2].TrimEnd('/')));
        await Expect(page.Locator(".lead")).ToContainTextAsync("Los tres sectores votaron a favor");
        await page.GotoAsync(plan);
        await Expect(page.GetByText("Aprobado con el acuerdo 20")).ToBeVisibleAsync();

        var clicked = Stopwatch.GetTimestamp();
        await sitting.PressAsync("Publicar el plan");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Ver la página pública" });
        await Expect(link).ToBeVisibleAsync();
        var answered = Stopwatch.GetElapsedTime(clicked);
        await UntilAsync(clicked, async () => (await browser.ReadAsync(Place, "/")).Contains("Plan de acción local", StringComparison.Ordinal), "the place's page");
        var seen = await UntilAsync(clicked, async () => await FiguresAsync() == (before.Plans + 1, before.Commitments + Promises.Length), "the national figures");

        await link.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Plan de acción local");
        await Expect(page.GetByText(Promises[2]).First).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sitting}; answered after {answered.TotalSeconds:0.00} s, place and nation show it after {seen.TotalSeconds:0.00} s"));
        Assert.InRange(seen - answered, TimeSpan.Zero, Visible);
        Assert.InRange(sitting.Pages, 1, 24);
        Assert.InRange(sitting.Clicks, 1, 21);
        Assert.InRange(sitting.Fields, 1, 50);
    });

    private static async Task WriteAsync(IPage page, Sitting sitting, string promise, bool withProblem, bool isLast)
    {
        await sitting.FillAsync("Compromiso", promise);

        if (withProblem)
        {
            await sitting.FillAsync("Problema público", "Nadie puede saberlo hoy.");
        }

        await sitting.FillAsync("Institución responsable", "Ayuntamiento");
        await sitting.FillAsync("Contraparte de sociedad civil", "Vecinos de Gómez Palacio");
        await sitting.ChooseAsync("Valor de gobierno abierto", "Acceso a la información");
        await sitting.FillAsync("Por qué", "Se publica lo que hoy está guardado.");
        await sitting.PressAsync("Guardar y agregar actividades");

        foreach (var (index, step) in Steps.Index())
        {
            await Expect(page.Locator(".part")).ToHaveCountAsync(index);
            await sitting.FillAsync("Qué se hará", step);
            await sitting.FillAsync("Qué se entregará", "Un informe que cualquiera puede leer");
            await sitting.FillAsync("Vence", await sitting.Field("Vence").GetAttributeAsync("max") ?? "");
            await sitting.PressAsync(index < Steps.Length - 1 ? "Guardar y agregar otra" : isLast ? "Guardar y volver al plan" : "Guardar y escribir otro compromiso");
        }

        await Expect(page).ToHaveURLAsync(new Regex(isLast ? "/gestion/plan/[^/]+#" : "/compromisos/nuevo"));
    }

    private async Task ProvisionAsync()
    {
        await browser.Hub.AsAsync(await browser.Hub.NationalAsync(), async scope => Assert.Null(await scope.GetRequiredService<AddTenant>().ExecuteAsync(
            new(Place, "Gómez Palacio", TenantKind.Municipality, "10007"), default)));
        var place = await browser.Hub.FindAsync(Place);
        await browser.Hub.PersonAsync(place, Role.Administrator);
        seats = await browser.Hub.SeatsAsync(place, 1, 1, 1);
        await UntilAsync(Stopwatch.GetTimestamp(), () => browser.HasAsync(Place, "/"), "the new place");
    }

    /// <summary>The three sectors vote, each on its own phone, and the last answer lets the vote be closed.</summary>
    private async Task AllVoteAsync(Guid decision)
    {
        var place = await browser.Hub.FindAsync(Place);
        await browser.Hub.AllVoteAsync(place, decision, seats);
        Assert.Null(await browser.Hub.CloseAsync(place, decision));
    }

    private async Task<(decimal Plans, decimal Commitments)> FiguresAsync()
    {
        using var answer = JsonDocument.Parse(await browser.ReadAsync(null, "/api/v1/metrics"));
        var values = answer.RootElement.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("code").GetString()!, metric => metric.GetProperty("value"));
        return (values["plans.published"].GetDecimal(), values["commitments.total"].GetDecimal());
    }

    /// <returns>How long it took since then; the test ends where it never comes.</returns>
    private static async Task<TimeSpan> UntilAsync(long since, Func<Task<bool>> isSo, string what)
    {
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"Nothing changed: {what}.");
            await Task.Delay(20);
        }

        return Stopwatch.GetElapsedTime(since);
    }
}
