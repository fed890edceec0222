using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Secretariat;

/// <summary>Who sits in a secretariat, kept in the back office and public at once, each change an act.</summary>
public sealed class SeatsTests(ServedHub served) : InAPlace(served)
{
    private const string Office = "/gestion/secretariado";
    private const string Today = "2026-06-15";


    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await hub.AsAsync(durango, async scope =>
        {
            foreach (var sector in Sectors.All)
            {
                Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
                    new() { Sector = sector, Organization = GivenPlans.OrganizationOf(sector), OrganizationType = OrganizationType.Other, FromOn = new(2026, 1, 1) }, default));
            }
        });
    }

    [Fact]
    public async Task A_composition_is_kept_in_the_office_and_read_by_everybody()
    {
        using var browser = await AdministratorAsync();
        await SavedAsync(browser, $"{Office}/asientos/agregar?sector=CivilSociety", new() { ["Organization"] = "Colegio de Arquitectos", ["OrganizationType"] = "Union", ["FromOn"] = "2026-02-01" });
        await SavedAsync(browser, $"{Office}/integrantes/nombrar?asiento={await SeatAsync("Colegio de Arquitectos")}&calidad=Holder", new() { ["Name"] = "Presidencia del Colegio", ["FromOn"] = "2026-02-01" });
        await SavedAsync(browser, $"{Office}/facilitacion", new() { ["Organization"] = "Universidad Juárez", ["FromOn"] = "2026-02-01" });
        var document = await DocumentAsync(browser, "reglas.pdf");
        await SavedAsync(browser, $"{Office}/reglas", new() { ["DocumentId"] = document, ["FromOn"] = "2026-03-01", ["TwoOfThree"] = "FreeText" });
        await SavedAsync(browser, $"{Office}/pasos/registrar", new() { ["Kind"] = "Installation", ["Title"] = "Acta de instalación", ["OccurredOn"] = "2026-01-10", ["DocumentId"] = document });

        await site.WithinASecondAsync(durango.Slug, "/secretariado", page => page.QuerySelectorAll($".steps a[href='/documentos/{document}']").Length == 1);
        var page = await site.ReadAsync(durango.Slug, "/secretariado");
        Assert.Contains("Presidencia del Colegio", page.QuerySelector(".sectors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Otros asuntos", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);

        using var client = site.At(durango.Slug);
        var api = await client.GetFromJsonAsync<JsonElement>("/api/v1/secretariat");
        Assert.True(api.GetProperty("hasSectorQuorum").GetBoolean());
        Assert.Equal("FreeText", Assert.Single(api.GetProperty("rules").GetProperty("twoOfThree").EnumerateArray()).GetString());
        Assert.Contains(api.GetProperty("sectors")[1].GetProperty("seats").EnumerateArray(), seat => seat.GetProperty("members").EnumerateArray().Any(m => m.GetProperty("capacity").GetString() == "Holder"));
        Assert.Empty((await hub.AsAsync(durango, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults);
    }

    [Fact]
    public async Task What_no_table_holds_is_refused_beside_its_field()
    {
        using var browser = await AdministratorAsync();

        foreach (var (page, field) in new[] { ("asientos/agregar", "Organization"), ("facilitacion", "Organization"), ("pasos/registrar", "Title") })
        {
            foreach (var text in new[] { " ", new string('x', 301) })
            {
                var answer = await browser.SendAsync($"{Office}/{page}", new() { [field] = text });
                Assert.True(answer.Page.QuerySelector($"#{field.ToLowerInvariant()}-error") is not null, $"{page}: {text.Length}");
            }
        }
    }

    [Fact]
    public async Task A_sector_that_leaves_puts_the_place_in_sin_quorum_sectorial()
    {
        using var browser = await AdministratorAsync();
        var leave = $"{Office}/terminar?sector=CivilSociety";
        var without = await browser.SendAsync(leave, new() { ["UntilOn"] = Today });
        Assert.NotNull(without.Page.QuerySelector("#reason-error"));
        await SavedAsync(browser, leave, new() { ["UntilOn"] = "2026-06-14", ["Reason"] = "Dejó de haber diálogo." });

        foreach (var address in new[] { "/", "/secretariado" })
        {
            await site.WithinASecondAsync(durango.Slug, address, page => page.QuerySelector(".notice")?.TextContent.Contains("Sin quórum sectorial", StringComparison.Ordinal) is true);
        }

        Assert.Contains("Dejó de haber diálogo.", (await site.ReadAsync(durango.Slug, "/secretariado")).QuerySelector(".sectors")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.ReadAsync(durango.Slug, "/secretariado?fecha=2026-06-14")).QuerySelector(".notice"));
        Assert.Contains("Sin quórum sectorial", (await browser.OpenAsync("/gestion")).Page.QuerySelector(".matters")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un sector se retiró", (await site.ReadAsync(durango.Slug, "/historial")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(leave, new() { ["UntilOn"] = "2026-06-14", ["Reason"] = "Otra vez." })).Status);
    }

    [Fact]
    public async Task An_invited_account_votes_for_its_seat_until_its_term_ends()
    {
        var seat = await SeatAsync(GivenPlans.OrganizationOf(Sector.Guarantor));
        var token = "";
        await NameAsync(seat, SeatCapacity.Alternate, "suplente@ejemplo.mx", made => token = made);
        Assert.Null(await hub.AcceptAsync(durango, token));
        var member = await MemberAsync("suplente@ejemplo.mx");
        Assert.Equal((Sector.Guarantor, seat), await ActorAsync(member.PersonId!.Value));

        // The same account sits once.
        Assert.Equal(
            SeatMemberRefusals.AccountSitsAlready, await NameAsync(await SeatAsync(GivenPlans.OrganizationOf(Sector.Government)), SeatCapacity.Holder, "suplente@ejemplo.mx"));

        using var browser = await AdministratorAsync();
        await SavedAsync(browser, $"{Office}/terminar?integrante={member.Id}", new() { ["UntilOn"] = Today, ["Reason"] = "Terminó su encargo." });
        Assert.Equal((null, null), await ActorAsync(member.PersonId.Value));
    }

    [Fact]
    public async Task A_chosen_account_votes_at_once_and_no_longer_when_its_seat_ends()
    {
        var seat = await SeatAsync(GivenPlans.OrganizationOf(Sector.Government));
        Assert.Null(await NameAsync(seat, SeatCapacity.Holder, GivenPeople.EmailOf(Role.Administrator)));
        var member = await MemberAsync(GivenPeople.EmailOf(Role.Administrator));
        Assert.Equal((Sector.Government, seat), await ActorAsync(member.PersonId!.Value));

        Assert.Null((await hub.AsAsync(durango, scope => scope.GetRequiredService<EndSeat>().ExecuteAsync(seat, new(2026, 6, 14), "Cambió de titular.", default))).Refusal);

        Assert.Null((await ActorAsync(member.PersonId.Value)).Item2);
        Assert.Equal("Cambió de titular.", (await MemberAsync(GivenPeople.EmailOf(Role.Administrator))).EndReason);
    }

    [Fact]
    public async Task A_seat_whose_holder_left_is_vacant_until_another_is_named()
    {
        var seat = await SeatAsync(GivenPlans.OrganizationOf(Sector.CivilSociety));
        Assert.Null(await NameAsync(seat, SeatCapacity.Holder));
        var member = await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().SeatMembers.AsNoTracking().SingleAsync());
        Assert.Null((await hub.AsAsync(durango, scope => scope.GetRequiredService<EndSeatMember>().ExecuteAsync(member.Id, new(2026, 6, 14), "Renunció.", default))).Refusal);

        await site.WithinASecondAsync(durango.Slug, "/secretariado", page => page.QuerySelector(".sectors")!.TextContent.Contains("Titular vacante", StringComparison.Ordinal));
        using var browser = await AdministratorAsync();
        Assert.Contains("Asiento sin titular", (await browser.OpenAsync(Office)).Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await NameAsync(seat, SeatCapacity.Holder, from: new(2026, 6, 15)));
        Assert.Null((await browser.OpenAsync(Office)).Page.QuerySelector(".notice"));
    }

    [Fact]
    public async Task What_another_place_has_is_as_unknown_as_any()
    {
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);

        foreach (var id in new[] { await SeatAsync(GivenPlans.OrganizationOf(Sector.Government)), Guid.CreateVersion7() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"{Office}/terminar?asiento={id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"{Office}/integrantes/nombrar?asiento={id}&calidad=Holder")).Status);
        }
    }

    private static async Task SavedAsync(Browser browser, string page, Dictionary<string, string> values)
    {
        var answer = await browser.SendAsync(page, values);
        Assert.Equal((page, "", $"{Office}?hecho=guardado"), (page, answer.Errors, answer.Location));
    }

    private async Task<string> DocumentAsync(Browser browser, string name)
    {
        var content = GivenFiles.Pdf(name);
        await browser.SendAsync((name, content));
        await hub.PublishAsync(durango, content);
        return (await hub.AsAsync(durango, scope => scope.GetRequiredService<ListDocuments>().ExecuteAsync(default)))[0].Id.ToString();
    }

    private Task<Core.Refusal?> NameAsync(Guid seat, SeatCapacity capacity, string? email = null, Action<string>? invited = null, DateOnly? from = null) =>
        hub.AsAsync(durango, async scope => (await scope.GetRequiredService<NameSeatMember>().ExecuteAsync(
            new() { SeatId = seat, Capacity = capacity, Name = "Representación", Email = email, FromOn = from ?? new(2026, 1, 1) },
            token =>
            {
                invited?.Invoke(token);
                return null;
            },
            default)).Refusal);

    private Task<SeatMember> MemberAsync(string email) => hub.AsAsync(durango, scope =>
    {
        var db = scope.GetRequiredService<HubDbContext>();
        return db.SeatMembers.AsNoTracking().SingleAsync(m => db.Users.Any(person => person.Id == m.PersonId && person.Email == email));
    });

    private Task<(Sector?, Guid?)> ActorAsync(Guid person) => hub.AsAsync(durango, async scope =>
    {
        var actor = await scope.GetRequiredService<FindActor>().ExecuteAsync(person, default);
        return (actor.Sector, actor.SeatId);
    });

    private Task<Guid> SeatAsync(string organization) => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().Seats.Where(seat => seat.Organization == organization).Select(seat => seat.Id).SingleAsync());
}
