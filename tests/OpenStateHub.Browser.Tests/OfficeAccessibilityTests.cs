using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Browser.Tests.Screens;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Offers;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Browser.Tests;

/// <summary>Everybody can work in the back office: each page of the site's own list behind the door, on an open draft, in both languages.</summary>
[Collection(InBrowser.Name)]
public sealed class OfficeAccessibilityTests(HubBrowser browser) : IAsyncLifetime
{
    private const string Place = "hidalgo";
    private const string Commitment = "gestion/plan/{slug}/compromisos/{commitmentSlug}";

    /// <summary>Pages that show nothing: they take what a form sends, and lead on.</summary>
    private static readonly string[] NothingToSee =
    [
        "cuenta/salir", "cuenta/espacios/ir", "cuenta/segundo-factor/codigos", "gestion/ajustes/archivo/{id:guid}", "gestion/entidades/{slug}/vida/archivo/{id:guid}",
        "gestion/borrador",
    ];

    /// <summary>Pages about what an owner works on: scanned where the demonstration has such an owner.</summary>
    private static readonly string[] OfOwners = ["gestion/reportes/{id:guid}", "gestion/mediciones/{id:guid}", "gestion/evidencias/{id:guid}/retirar"];

    /// <summary>Routes with parameters, and what to ask instead; a plan without contents and a new commitment are pages of their own.</summary>
    private readonly Dictionary<string, string[]> samples = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var (route, paths) in await GivenInvitations.SamplesAsync(browser.Hub, Place))
        {
            samples[route] = paths;
        }

        await browser.Hub.AsAsync(await browser.Hub.FindAsync(Place), FindSamplesAsync);
    }

    private async Task FindSamplesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        // What waits is the home that is scanned; the guide is a page of its own.
        await scope.GetRequiredService<SkipStep>().ExecuteAsync(null, default);

        if (!await db.ActionPlans.AnyAsync(plan => plan.Slug == "2026"))
        {
            await DraftAsync(scope);
        }

        var activity = await db.Activities.Select(a => a.Id).FirstAsync();
        var action = await db.Commitments.SelectMany(c => c.Actions).Select(a => a.Id).FirstAsync();
        var name = await db.DatedNames.Select(n => n.Id).FirstAsync();
        samples["gestion/plan/{slug}"] = ["gestion/plan/2026", "gestion/plan/vacio"];
        samples[Commitment] = ["gestion/plan/2026/compromisos/agua-limpia", "gestion/plan/2026/compromisos/nuevo", "gestion/plan/vacio/compromisos/nuevo"];
        samples[Commitment + "/actividades/{id:guid}"] = [$"gestion/plan/2026/compromisos/agua-limpia/actividades/{activity}"];
        samples[Commitment + "/acciones"] = ["gestion/plan/2026/compromisos/agua-limpia/acciones", "gestion/plan/2026/compromisos/aire-limpio/acciones"];
        samples[Commitment + "/acciones/{id:guid}"] = [$"gestion/plan/2026/compromisos/aire-limpio/acciones/{action}"];
        samples["gestion/ajustes/nombres/terminar"] = [$"gestion/ajustes/nombres/terminar?nombre={name}"];
        var seat = await SeatAsync(scope);
        samples["gestion/secretariado/terminar"] = [$"gestion/secretariado/terminar?asiento={seat}"];
        samples["gestion/secretariado/integrantes/nombrar"] = [$"gestion/secretariado/integrantes/nombrar?asiento={seat}&calidad=Alternate"];

        foreach (var (route, paths) in (await GivenSessions.SamplesAsync(scope)).Concat(await GivenAccountability.SamplesAsync(scope)).Concat(await GivenNetwork.SamplesAsync(scope)))
        {
            samples[route] = paths;
        }

        samples["gestion/compromisos/{slug}/responsables"] = ["gestion/compromisos/agua-limpia/responsables"];
        samples["gestion/compromisos/{slug}/responsables/nombrar"] = [$"gestion/compromisos/agua-limpia/responsables/nombrar?de={activity}&sector=CivilSociety"];
        foreach (var (route, paths) in await GivenRoadmaps.SamplesAsync(scope))
        {
            samples[route] = paths;
        }

        samples["gestion/acuerdos/seguir"] = [$"gestion/acuerdos/seguir?acuerdo={await AgreementAsync(scope)}"];
        samples["gestion/comentarios/atender"] = await GivenVoices.ToAttendAsync(scope);
        samples["gestion/arco/{id:guid}"] = [$"gestion/arco/{await RequestAsync(scope)}"];
        samples["gestion/secretariado/ofrecimientos/{id:guid}"] = [$"gestion/secretariado/ofrecimientos/{await OfferAsync(scope)}"];
        samples["gestion/archivos/retirar"] = [$"gestion/archivos/retirar?documento={await DocumentAsync(scope)}"];
    }

    [Fact]
    public Task Every_page_behind_the_door_can_be_read_by_everybody() => browser.EverybodyReadsAsync(
        Routes(Role.Administrator).SelectMany(PathsOf).Select(path => browser.Address(Place, $"/{path}")),
        "es-MX", [Screen.Desk, Screen.Phone], page => EnterAsync(page, Place, $"admin@{Place}.example"));

    /// <summary>The words alone differ: the narrow screen is where longer ones would show.</summary>
    [Fact]
    public Task Every_page_behind_the_door_can_be_read_in_English() => browser.EverybodyReadsAsync(
        Routes(Role.Administrator).SelectMany(PathsOf).Select(path => browser.Address(Place, $"/{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}lang=en")),
        "en", [Screen.Phone], page => EnterAsync(page, Place, $"admin@{Place}.example"));

    [Fact]
    public Task So_can_every_page_that_only_a_seat_enters() => browser.EverybodyReadsAsync(
        Routes(Role.SecretariatMember).SelectMany(PathsOf).Select(path => browser.Address(Place, $"/{path}")),
        "es-MX", [Screen.Desk, Screen.Phone], page => EnterAsync(page, Place, GivenSessions.EmailOf(Place)));

    [Fact]
    public async Task So_can_every_page_of_what_somebody_owns()
    {
        const string place = "durango", slug = "calidad-y-horario-del-agua";
        var (commitment, activity, evidence) = await browser.Hub.AsAsync(await browser.Hub.FindAsync(place), async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            var owned = db.Activities.Where(a => a.Commitment!.Slug == slug);
            return (
                await db.Commitments.Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(),
                await owned.Where(a => a.Status == ActivityStatus.InProgress).Select(a => a.Id).FirstAsync(),
                await db.EvidenceItems.Where(e => owned.Any(a => a.Id == e.ActivityId)).Select(e => e.Id).FirstAsync());
        });
        string[] paths = ["gestion", $"gestion/reportes/{activity}", $"gestion/mediciones/{commitment}", $"gestion/evidencias/{evidence}/retirar"];
        Assert.Equal(OfOwners.Length, paths.Length - 1);
        await browser.EverybodyReadsAsync(
            paths.Select(path => browser.Address(place, $"/{path}")), "es-MX", [Screen.Desk, Screen.Phone], page => EnterAsync(page, place, $"responsable@{place}.example"));
    }

    [Fact]
    public Task So_can_every_page_that_only_the_operator_enters() => browser.EverybodyReadsAsync(
        Routes(Role.PlatformOperator).SelectMany(PathsOf).Select(path => browser.Address(null, $"/{path}")),
        "es-MX", [Screen.Desk, Screen.Phone], page => EnterAsync(page, null, "operador@inai.example"));

    [Fact]
    public Task So_can_every_page_that_only_the_monitor_enters() => browser.EverybodyReadsAsync(
        Routes(Role.NationalMonitor).SelectMany(PathsOf).Select(path => browser.Address(null, $"/{path}")),
        "es-MX", [Screen.Desk, Screen.Phone], page => EnterAsync(page, null, "monitor@inai.example"));

    private static async Task<Guid> SeatAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (!await db.Seats.AnyAsync())
        {
            foreach (var sector in Sectors.All)
            {
                Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
                    new() { Sector = sector, Organization = $"Organización de {sector}", OrganizationType = OrganizationType.Other }, default));
            }
        }

        return await db.Seats.OrderBy(seat => seat.Id).Select(seat => seat.Id).FirstAsync();
    }

    /// <summary>As the municipality that makes it leaves it here.</summary>
    private static async Task<Guid> OfferAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (!await db.SeatOffers.AnyAsync())
        {
            var other = await db.Tenants.Where(place => place.Slug == "morelos").Select(place => place.Id).SingleAsync();
            db.SeatOffers.Add(new SeatOffer { Direction = OfferDirection.Received, OtherId = other, Message = "Lo necesitamos en enero.", OfferedOn = new(2026, 1, 15) });
            await db.SaveChangesAsync();
        }

        return await db.SeatOffers.Select(offer => offer.Id).FirstAsync();
    }

    private static async Task<Guid> AgreementAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (!await db.Agreements.AnyAsync())
        {
            Assert.Null(await scope.GetRequiredService<AddAgreement>().ExecuteAsync(
                new() { Title = "Publicar el informe", Text = "Publicar el informe del agua.", AgreedOn = new(2026, 1, 15), DueOn = new(2026, 2, 1) }, default));
        }

        return await db.Agreements.Select(agreement => agreement.Id).FirstAsync();
    }

    private async Task EnterAsync(IPage page, string? host, string email)
    {
        await page.GotoAsync(browser.Address(host, "/cuenta/entrar"));
        await new SignInScreen(page).EnterAsync(email, DemoHub.Password);
        await page.WaitForURLAsync("**/gestion*");
    }

    /// <summary>What an administrator of a place enters; of the rest what a seat does; and what is left, which is the operator's: a page that none may enter fails the scan.</summary>
    private IEnumerable<string> Routes(Role role) =>
        SiteEndpoints.Of(browser.Site)
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(endpoint => role == (endpoint.Metadata.GetMetadata<NationalOnlyAttribute>() is not null ? (IsFor(endpoint, Role.PlatformOperator) ? Role.PlatformOperator : Role.NationalMonitor)
                : IsFor(endpoint, Role.Administrator) ? Role.Administrator
                : IsFor(endpoint, Role.SecretariatMember) ? Role.SecretariatMember
                : Role.PlatformOperator))
            .Select(SiteEndpoints.RouteOf)
            .Distinct()
            .Except([.. NothingToSee, .. OfOwners]);

    private static bool IsFor(Endpoint endpoint, Role role) =>
        endpoint.Metadata.GetOrderedMetadata<RequiresAttribute>().All(needed => role.May(needed.Right));

    private string[] PathsOf(string route) => samples.GetValueOrDefault(route)
        ?? [route.Replace("{slug}", "2026", StringComparison.Ordinal).Replace("{commitmentSlug}", "agua-limpia", StringComparison.Ordinal)];

    /// <summary>Somebody asked about their data, and it waits for its answer.</summary>
    private static async Task<Guid> RequestAsync(IServiceProvider scope)
    {
        var token = "";
        var input = new AskArco.Input
        {
            Kind = ArcoKind.Rectification, Name = "Persona", Address = "persona@ejemplo.mx", Text = "Mi nombre está mal escrito.", Language = "es", AcceptsNotice = true,
        };
        Assert.Null(await scope.GetRequiredService<AskArco>().ExecuteAsync(
            input,
            made =>
            {
                token = made;
                return new Letter { Language = "es", Subject = "Confirme", Paragraphs = ["Confirme."], Footer = "Hidalgo" };
            },
            default));
        await scope.GetRequiredService<ConfirmArco>().ExecuteAsync(token, default);
        return (await scope.GetRequiredService<ConfirmArco>().FindAsync(token, default))!.Id;
    }

    private static async Task<Guid> DocumentAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();
        using var content = new MemoryStream("%PDF-1.4 acta"u8.ToArray());
        var kept = await scope.GetRequiredService<StoreFile>().ExecuteAsync(content, "acta.pdf", await db.Users.Select(person => person.Id).FirstAsync(), default);
        Assert.True(await scope.GetRequiredService<PublishFile>().ExecuteAsync(await db.Files.Where(file => file.Sha256 == kept.Sha256).Select(file => file.Id).SingleAsync(), default));
        return await db.Documents.Where(document => document.Sha256 == kept.Sha256).Select(document => document.Id).FirstAsync();
    }

    /// <summary>One commitment with activities, one with actions, something removed, and a plan with nothing in it yet.</summary>
    private static async Task DraftAsync(IServiceProvider scope)
    {
        var plan = GivenPlans.Plan();
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua y aire" };
        var water = GivenPlans.Commitment(plan, axis);
        var air = GivenPlans.Commitment(plan, axis, number: 2, shortTitle: "Aire limpio", problem: null);
        var gone = GivenPlans.Activity(water);
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(GivenPlans.Plan("vacio") with { Axes = ["Agua"] }, default));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(water, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(air, default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(GivenPlans.Activity(water), default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(GivenPlans.Activity(water), default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(gone, default));
        Assert.Null(await scope.GetRequiredService<AddAction>().ExecuteAsync(new() { CommitmentId = air.Id, Title = "Medir" }, default));
        Assert.Null(await scope.GetRequiredService<AddAction>().ExecuteAsync(new() { CommitmentId = air.Id, Title = "Publicar" }, default));
        Assert.Null(await scope.GetRequiredService<RemoveActivity>().ExecuteAsync(gone.Id, 0, Guid.CreateVersion7(), new(null, null), default));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
