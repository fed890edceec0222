using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Secretariat.Sessions;
using static Microsoft.Playwright.Assertions;

namespace OpenStateHub.Browser.Tests.Journeys;

/// <summary>Three sectors on three phones and the administrator at a desk: from the call to the published minutes.</summary>
[Collection(InBrowser.Name)]
public sealed class SecretariatTests(HubBrowser browser)
{
    private const string Place = "tequila-jal";
    private const string Title = "Primera sesión ordinaria";

    [Fact]
    public Task Meets_votes_and_signs_on_three_phones_at_once() => browser.VisitAsync(Screen.Desk, async admin =>
    {
        var place = await ProvisionAsync();
        await browser.VisitAsync(Screen.Phone, government => browser.VisitAsync(Screen.Phone, civilSociety => browser.VisitAsync(Screen.Phone, async guarantor =>
        {
            IReadOnlyList<IPage> members = [government, civilSociety, guarantor];
            await EnterAsync(admin, EmailOf(null));
            await Task.WhenAll(members.Zip(Sectors.All, (page, sector) => EnterAsync(page, EmailOf(sector))));

            var office = await CallAsync(admin);
            await Task.WhenAll(members.Select(AnswerAsync));
            await OpenAsync(admin, office);
            var decision = await PutToVoteAsync(admin);
            await VoteAsync(decision, members);
            await CloseVoteAsync(admin, decision);
            await Expect(guarantor.GetByText("Los tres sectores votaron a favor").First).ToBeVisibleAsync();

            await PresentMinutesAsync(admin, office);
            await Task.WhenAll(members.Select(SignAsync));
        })));

        await IsPublicAsync(admin, place);
    });

    private static string EmailOf(Sector? sector) => string.Create(CultureInfo.InvariantCulture, $"{sector?.ToString().ToLowerInvariant() ?? "admin"}@tequila.example");

    private async Task EnterAsync(IPage page, string email)
    {
        await page.GotoAsync(browser.Address(Place, "/cuenta/entrar"));
        await new SignInScreen(page).EnterAsync(email, GivenPeople.Password);
        await page.WaitForURLAsync("**/gestion");
    }

    /// <returns>The session's page in the office.</returns>
    private async Task<string> CallAsync(IPage page)
    {
        var sitting = new Sitting(page);

        // Nobody is called to what began, and it opens on its own day.
        var begins = (await browser.Hub.FindAsync(Place)).LocalTime(browser.Hub.Clock.GetUtcNow()).AddMinutes(5);
        await page.GotoAsync(browser.Address(Place, "/gestion/sesiones/nueva"));
        await sitting.FillAsync("Nombre", Title);
        await sitting.FillAsync("Día", begins.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await sitting.FillAsync("Empieza", begins.ToString("HH:mm", CultureInfo.InvariantCulture));
        await sitting.FillAsync("Termina", "23:59");
        await sitting.FillAsync("Lugar", "Sala de cabildo");
        await page.GetByRole(AriaRole.Main).Locator("form button[type=submit]").ClickAsync();
        await sitting.FillAsync("Asunto", "Plan de acción");
        await sitting.PressAsync("Guardar");
        await sitting.PressAsync("Convocar y enviar invitaciones");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Abrir y pasar lista" })).ToBeVisibleAsync();
        return page.Url.Split('?')[0];
    }

    private async Task AnswerAsync(IPage page)
    {
        await page.GotoAsync(browser.Address(Place, "/gestion"));
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Title }).GetByRole(AriaRole.Link).First.ClickAsync();
        await new Sitting(page).PressAsync("Irá la persona titular");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Irá la persona titular" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static async Task OpenAsync(IPage page, string office)
    {
        var sitting = new Sitting(page);
        await page.GotoAsync(office);
        await Expect(page.GetByText("Irá la persona titular")).ToHaveCountAsync(Sectors.All.Count);
        await sitting.PressAsync("Abrir y pasar lista");
        await Expect(page.GetByText("No hay quórum")).ToBeVisibleAsync();

        foreach (var seat in await page.Locator(".roll-seat").AllAsync())
        {
            await seat.GetByLabel("Titular").CheckAsync();
        }

        await sitting.PressAsync("Guardar la lista");
        await Expect(page.GetByText("Hay quórum")).ToBeVisibleAsync();
    }

    /// <returns>The decision's id.</returns>
    private static async Task<string> PutToVoteAsync(IPage page)
    {
        var sitting = new Sitting(page);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Someter a votación") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Aprobar un plan de acción") }).ClickAsync();
        await sitting.PressAsync("Abrir la votación");
        await Expect(page.GetByText("La votación está abierta")).ToBeVisibleAsync();
        return new Uri(page.Url).Segments[2].TrimEnd('/');
    }

    /// <summary>The guarantor, who has voted, sees the others vote without touching the screen.</summary>
    private async Task VoteAsync(string decision, IReadOnlyList<IPage> members)
    {
        await VoteAsync(members[2], "A favor");
        await members[2].GotoAsync(browser.Address(Place, $"/decisiones/{decision}/en-vivo"));
        await Expect(members[2].Locator(".tally-sector .tally-seats .vote-favour")).ToHaveCountAsync(1);
        await Task.WhenAll(VoteAsync(members[0], "A favor"), VoteAsync(members[1], "En contra"));
        await Expect(members[2].Locator(".tally-sector .tally-seats .vote-against")).ToHaveCountAsync(1);
        await members[1].GetByLabel("Razón").FillAsync("Con el calendario, de acuerdo.");
        await new Sitting(members[1]).PressAsync("A favor");
        await Expect(members[2].Locator(".tally-sector .tally-seats .vote-favour")).ToHaveCountAsync(Sectors.All.Count);
        await Expect(members[2].GetByText("Con el calendario, de acuerdo.")).ToBeVisibleAsync();
    }

    private async Task VoteAsync(IPage page, string choice)
    {
        await page.GotoAsync(browser.Address(Place, "/gestion/votaciones"));
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Votar") }).ClickAsync();
        await new Sitting(page).PressAsync(choice);
        await Expect(page.GetByText("Puede cambiarlo")).ToBeVisibleAsync();
    }

    private async Task CloseVoteAsync(IPage page, string decision)
    {
        await page.GotoAsync(browser.Address(Place, $"/gestion/votaciones/{decision}/cerrar"));
        await new Sitting(page).PressAsync("Cerrar la votación");
        await Expect(page.GetByText("Los tres sectores votaron a favor").First).ToBeVisibleAsync();
    }

    private static async Task PresentMinutesAsync(IPage page, string office)
    {
        var sitting = new Sitting(page);
        await page.GotoAsync($"{office}/lista");
        await sitting.PressAsync("Cerrar la sesión");
        await page.GotoAsync($"{office}/acta");
        await sitting.PressAsync("Redactar el acta");
        await Expect(page.Locator("textarea")).ToHaveValueAsync(new Regex("Resultado: aprobada"));
        await sitting.PressAsync("Guardar y presentar a firma");
        await Expect(page.GetByText("espera la firma")).ToBeVisibleAsync();
    }

    private async Task SignAsync(IPage page)
    {
        await page.GotoAsync(browser.Address(Place, "/gestion/mi-asiento"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Leer y firmar" }).ClickAsync();
        await new Sitting(page).PressAsync("Firmar este texto");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Leer y firmar" })).ToHaveCountAsync(0);
    }

    private async Task IsPublicAsync(IPage page, Tenant place)
    {
        await page.GotoAsync(browser.Address(Place, "/sesiones"));
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Title) }).First.ClickAsync();
        await Expect(page.Locator("section[aria-labelledby=acta]")).ToContainTextAsync("Resultado: aprobada");
        await page.GotoAsync(browser.Address(Place, "/gestion/plan/2026"));
        await Expect(page.GetByText(new Regex("Aprobado con el acuerdo"))).ToBeVisibleAsync();

        var meeting = Assert.Single((await ReadCalendar.OfAsync(await browser.ReadAsync(Place, "/sesiones.ics"))).Events);
        Assert.Equal((Title, "CONFIRMED"), (meeting.Summary, meeting.Status));
        Assert.Empty(await browser.Hub.AsAsync(place, async scope => (await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default)).Faults));
    }

    private async Task<Tenant> ProvisionAsync()
    {
        await browser.Hub.AsAsync(await browser.Hub.NationalAsync(), async scope => Assert.Null(await scope.GetRequiredService<AddTenant>().ExecuteAsync(
            new(Place, "Tequila", TenantKind.Municipality, "14094"), default)));
        var place = await browser.Hub.FindAsync(Place);
        await browser.Hub.PersonAsync(place, Role.Administrator, EmailOf(null));

        foreach (var (seat, sector) in await browser.Hub.SeatsAsync(place, 1, 1, 1))
        {
            await SeatAsync(place, seat, EmailOf(sector));
        }

        await browser.Hub.AsAsync(place, ConsultAsync);
        await Eventually.IsAsync(TimeSpan.FromSeconds(15), () => browser.HasAsync(Place, "/"));
        return place;
    }

    /// <summary>The holder of a seat, with the account that votes for it.</summary>
    private async Task SeatAsync(Tenant place, Guid seat, string email)
    {
        var made = "";
        await browser.Hub.AsAsync(place, async scope => Assert.Null((await scope.GetRequiredService<NameSeatMember>().ExecuteAsync(
            new() { SeatId = seat, Capacity = SeatCapacity.Holder, Name = "Titular", Email = email },
            token =>
            {
                made = token;
                return null;
            },
            default)).Refusal));
        Assert.Null(await browser.Hub.AcceptAsync(place, made));
    }

    private static async Task ConsultAsync(IServiceProvider scope)
    {
        var plan = GivenPlans.Plan();
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
        var commitment = GivenPlans.Commitment(plan, axis);
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(GivenPlans.Activity(commitment), default));
        Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(plan.Id, new(2026, 1, 5), default));
    }
}
