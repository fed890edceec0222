using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Owners;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking.Owners;

/// <summary>Who owns an activity reports on it and on nothing else, from the page that is theirs, and takes back what should not have been public.</summary>
public sealed class ReportPagesTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.4\n%informe\n");

    private readonly TestHub hub = new(server);
    private HubSite site = null!;
    private Tenant place = null!;
    private IReadOnlyList<AddActivity.Input> activities = [];

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        site = new HubSite(hub);
        place = await hub.PlaceAsync("durango");
        activities = await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope, activities: 3));
    }

    [Fact]
    public async Task An_owner_reports_with_a_file_and_everybody_reads_it_in_the_name_of_the_grants_body()
    {
        using var owner = await OwnerAsync("responsable@ejemplo.mx", OwnerSector.CivilSociety, activities[0].Id);
        var home = (await owner.OpenAsync("/gestion")).Page;
        Assert.Equal("Mis pendientes", home.QuerySelector("main h1")?.TextContent);
        var report = Assert.Single(home.QuerySelectorAll("main .matter a.button-main")).GetAttribute("href")!;

        var (status, answer) = await SendAsync(owner, report, new()
        {
            ["Form.Status"] = "Complete", ["Form.Summary"] = "Se tomaron las 48 muestras.", ["Proof.PersonalData"] = "No", ["Form.Office"] = "Otra oficina",
        }, Pdf);

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.StartsWith("/gestion?guardado=", answer.Location, StringComparison.Ordinal);
        var page = await site.ReadAsync("durango", "/compromisos/agua-limpia");
        Assert.Contains("Consejo Ciudadano · Sociedad civil", Plain(page.QuerySelector(".report-head")!), StringComparison.Ordinal);
        var file = page.QuerySelector(".evidence a")!.GetAttribute("href")!;
        using var anybody = site.At("durango");
        Assert.Equal(Pdf, await anybody.GetByteArrayAsync(file));
        Assert.Contains("Su reporte ya es público", (await owner.OpenAsync(answer.Location!)).Page.Body!.TextContent, StringComparison.Ordinal);

        // Taken back: its bytes are gone at once, what it was stays. It was the only one, so another comes first.
        using var elsewhere = await OwnerAsync("otra@ejemplo.mx", OwnerSector.Government, activities[1].Id);
        var evidence = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().EvidenceItems.SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.OpenAsync($"/gestion/evidencias/{evidence.Id}/retirar")).Status);
        Assert.Contains("Es la única evidencia", (await owner.SendAsync($"/gestion/evidencias/{evidence.Id}/retirar", new() { ["Reason"] = "Se ve una firma." })).Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(owner, report, new()
        {
            ["Form.Status"] = "InProgress", ["Form.Percent"] = "90", ["Form.Summary"] = "Faltaba un pozo.", ["Form.StepBackReason"] = "Se contó dos veces.",
        })).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SendAsync($"/gestion/evidencias/{evidence.Id}/retirar", new() { ["Reason"] = "Se ve una firma." })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(file)).StatusCode);
        Assert.Empty(await hub.FilesAsync(place));
        page = await site.ReadAsync("durango", "/compromisos/agua-limpia");
        Assert.Equal(GivenFiles.Sha256(Pdf), page.QuerySelector(".evidence .hash")?.TextContent);
        Assert.Contains("Se ve una firma.", page.QuerySelector(".evidence")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults);
    }

    [Fact]
    public async Task Complete_without_evidence_is_refused_and_so_is_evidence_with_personal_data_which_is_not_even_kept()
    {
        using var owner = await OwnerAsync("responsable@ejemplo.mx", OwnerSector.Government, activities[0].Id);
        var report = $"/gestion/reportes/{activities[0].Id}";
        Dictionary<string, string> done = new() { ["Form.Status"] = "Complete", ["Form.Summary"] = "Listo." };

        var (_, bare) = await SendAsync(owner, report, done);
        Assert.Contains("evidencia", bare.Errors, StringComparison.Ordinal);
        var (_, unanswered) = await SendAsync(owner, report, done, Pdf);
        Assert.Contains("Diga si la evidencia contiene datos personales.", unanswered.Errors, StringComparison.Ordinal);
        var mark = unanswered.Page.QuerySelector("input[name='Proof.Received']")!.GetAttribute("value")!;
        Assert.Equal("Listo.", unanswered.Page.QuerySelector("textarea[name='Form.Summary']")!.TextContent.Trim());

        var (_, personal) = await SendAsync(owner, report, new(done) { ["Proof.PersonalData"] = "Yes", ["Proof.Received"] = mark });
        Assert.Contains("no puede ser pública", personal.Errors, StringComparison.Ordinal);
        Assert.Empty(await hub.FilesAsync(place));
        Assert.Equal(0, await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ProgressReports.CountAsync()));

        // What came once need not be sent again.
        var (_, again) = await SendAsync(owner, report, done, Pdf);
        mark = again.Page.QuerySelector("input[name='Proof.Received']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(owner, report, new(done) { ["Proof.PersonalData"] = "No", ["Proof.Received"] = mark })).Status);
    }

    [Fact]
    public async Task What_is_late_needs_its_obstacle_and_the_page_says_it()
    {
        hub.Clock.Now = new DateTimeOffset(2026, 7, 14, 18, 0, 0, TimeSpan.Zero);
        using var owner = await OwnerAsync("responsable@ejemplo.mx", OwnerSector.Government, activities[0].CommitmentId);
        var report = $"/gestion/reportes/{activities[2].Id}";
        Dictionary<string, string> going = new() { ["Form.Status"] = "InProgress", ["Form.Percent"] = "40", ["Form.Summary"] = "Vamos en 20 muestras." };

        var (_, silent) = await SendAsync(owner, report, going);
        Assert.Contains("va con retraso: diga qué la detiene", silent.Errors, StringComparison.Ordinal);
        going["Form.ObstacleCause"] = "Procurement";
        going["Form.ObstacleText"] = "El laboratorio no se ha contratado.";
        Assert.Contains("Diga qué se está haciendo", (await SendAsync(owner, report, going)).Answer.Errors, StringComparison.Ordinal);
        going["Form.ObstacleMeasure"] = "Se adjudica este mes.";
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(owner, report, going)).Status);

        var said = Plain((await site.ReadAsync("durango", "/compromisos/agua-limpia")).QuerySelector(".said-late")!);
        Assert.Equal("Qué lo detiene: Compras y contratación. El laboratorio no se ha contratado. Qué se está haciendo: Se adjudica este mes.", said);
    }

    [Fact]
    public async Task A_right_is_on_what_its_grant_names_until_its_day_and_nowhere_else()
    {
        using var owner = await OwnerAsync("responsable@ejemplo.mx", OwnerSector.Government, activities[0].Id);
        Assert.Equal(HttpStatusCode.OK, (await owner.OpenAsync($"/gestion/reportes/{activities[0].Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.OpenAsync($"/gestion/reportes/{activities[1].Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.OpenAsync($"/gestion/mediciones/{activities[0].CommitmentId}")).Status);
        var person = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Users.Select(u => u.Id).SingleAsync());
        Assert.Equal(TrackingRefusals.NotOwner, await ReportAsync(person, activities[1].Id));

        hub.Clock.Now = hub.Clock.Now.AddDays(31);
        Assert.Equal(TrackingRefusals.NotOwner, await ReportAsync(person, activities[0].Id));

        var morelos = await hub.PlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.ActivityOwner, "otra@ejemplo.mx");
        using var foreign = site.Browser("morelos");
        await foreign.SignInAsync("otra@ejemplo.mx");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.OpenAsync($"/gestion/reportes/{activities[0].Id}")).Status);
    }

    [Fact]
    public async Task An_administrator_names_an_owner_and_a_counterpart_and_ends_it_again()
    {
        await hub.PersonAsync(place, Role.Administrator);
        await hub.PersonAsync(place, Role.Participant, "vecina@ejemplo.mx");
        using var administrator = await site.SignedInAsync("durango", Role.Administrator);
        const string owners = "/gestion/compromisos/agua-limpia/responsables";
        var name = (await administrator.OpenAsync(owners)).Page.QuerySelectorAll("main a.button-small").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(8, name.Count);

        Assert.Equal($"{owners}?hecho=nombrada", (await administrator.SendAsync(name[0], new() { ["Email"] = "oficina@ejemplo.mx" })).Location);
        Assert.Equal($"{owners}?hecho=nombrada", (await administrator.SendAsync(name[1], new() { ["Email"] = "vecina@ejemplo.mx" })).Location);

        Assert.Equal(2, (await hub.LettersAsync(place)).Count);
        var grant = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().RoleGrants.SingleAsync(g => g.Role == Role.ActivityOwner));
        Assert.Equal((OwnerSector.CivilSociety, "Consejo Ciudadano", new DateOnly(2026, 12, 31)), (grant.Sector!.Value, grant.Office, grant.UntilOn!.Value));
        var page = (await administrator.OpenAsync(owners)).Page;
        Assert.Contains("invitación sin aceptar", page.QuerySelector(".owners")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{owners}?hecho=terminada", (await administrator.SendAsync(owners, [], ".owners form")).Location);
        Assert.NotNull(await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().RoleGrants.Where(g => g.Id == grant.Id).Select(g => g.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_seat_confirms_and_sends_back_from_its_page_and_needs_reasons_for_that()
    {
        await hub.AsAsync(place, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activities[0]), default));
            Assert.Null(await scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activities[1]), default));
        });
        using var seat = await SeatAsync("sociedad@ejemplo.mx");
        const string page = "/gestion/verificacion";
        Assert.Contains("Su asiento no ha respondido a 2 actividades", (await seat.OpenAsync("/gestion")).Page.QuerySelector(".matters")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("Diga por qué se rechaza", (await seat.SendAsync(page, new() { ["Outcome"] = "Refused" }, ".verify-form")).Errors, StringComparison.Ordinal);
        Assert.Equal($"{page}?hecho=respondida", (await seat.SendAsync(page, new() { ["Outcome"] = "Refused", ["Reasons"] = "Faltan 12 muestras." }, ".verify-form")).Location);
        Assert.Equal($"{page}?hecho=respondida", (await seat.SendAsync(page, new() { ["Outcome"] = "Confirmed" }, ".verify-form")).Location);

        var states = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync());
        Assert.Equal([ActivityStatus.NotStarted, ActivityStatus.InProgress, ActivityStatus.Complete], states.Order());
        Assert.Contains("Faltan 12 muestras.", (await site.ReadAsync("durango", "/compromisos/agua-limpia")).QuerySelector(".said-no")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Browser> SeatAsync(string email)
    {
        var seat = await hub.AsAsync(place, scope =>
            scope.GetRequiredService<HubDbContext>().Seats.Where(s => s.Sector == Core.Secretariat.Sector.CivilSociety).Select(s => s.Id).SingleAsync());
        return await PersonAsync(new() { Email = email, Role = Role.SecretariatMember, ScopeId = seat });
    }

    private Task<Refusal?> ReportAsync(Guid person, Guid activity) => hub.AsAsync(place, scope => scope.GetRequiredService<ReportAsOwner>().ExecuteAsync(
        new() { PersonId = person, ActivityId = activity, Status = ActivityStatus.InProgress, Percent = 10, Summary = "Empezó." }, default));

    private Task<Browser> OwnerAsync(string email, OwnerSector sector, Guid scopeId) => PersonAsync(new()
    {
        Email = email, Role = Role.ActivityOwner, ScopeId = scopeId, Sector = sector, Office = "Consejo Ciudadano", UntilOn = place.Today(hub.Clock).AddDays(30),
    });

    private async Task<Browser> PersonAsync(InvitePerson.Input input)
    {
        await hub.AsAsync(place, async scope =>
        {
            var token = "";
            Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
                input,
                made =>
                {
                    token = made;
                    return (Letter?)null;
                },
                default));
            Assert.Null(await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new(token, "Persona", GivenPeople.Password, AcceptsNotice: true), default));
        });
        var browser = site.Browser("durango");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(input.Email)).Status);
        return browser;
    }

    /// <summary>As a browser sends the report: its own fields, these instead, and perhaps a file.</summary>
    private static async Task<(HttpStatusCode Status, Browser.Answer Answer)> SendAsync(
        Browser browser, string path, Dictionary<string, string> values, byte[]? file = null)
    {
        var (_, page) = await browser.OpenAsync(path);
        var fields = Browser.FieldsOf(page.QuerySelector("form.report")!);
        fields.Remove("Proof.PersonalData");
        fields.Remove("Proof.Files");

        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        using var form = new MultipartFormDataContent();

        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "Proof.Files", "informe.pdf");
        }

        using var answer = await browser.UploadAsync(path, form);
        var html = await answer.Content.ReadAsStringAsync();
        var read = await BrowsingContext.New().OpenAsync(response => response.Content(html));
        return (answer.StatusCode, new Browser.Answer(answer.StatusCode, answer.Headers.Location?.OriginalString, read));
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
