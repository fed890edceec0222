using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Archives;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Onboarding;

/// <summary>INAI's monitor finds a place while typing, invites it, and sees what became of it.</summary>
public sealed class InvitePagesTests(ServedHub hub) : IClassFixture<ServedHub>
{
    [Fact]
    public async Task A_place_is_found_while_typing_invited_sent_again_and_revoked()
    {
        await hub.ListedAsync(null, "jimenez-del-sur");
        using var monitor = await MonitorAsync();

        var (_, suggested) = await monitor.OpenAsync("/gestion/entidades?handler=Suggestions&q=JIMÉNEZ-DEL");
        var link = Assert.Single(suggested.QuerySelectorAll("a")).GetAttribute("href")!;
        var malformed = await monitor.SendAsync(link, new() { ["Email"] = "nadie en ninguna parte" }, "#invitar");
        var sent = await monitor.SendAsync(link, new() { ["Email"] = "inai@jimenez.example" }, "#invitar");
        var letter = Assert.Single(await hub.LettersAsync(await hub.NationalAsync()), letter => letter.Recipient == "inai@jimenez.example");

        Assert.Equal("nadie en ninguna parte", malformed.Page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.NotNull(malformed.Page.QuerySelector("#email-error"));
        Assert.Equal("/gestion/entidades/jimenez-del-sur?hecho=enviada", sent.Location);
        Assert.Contains("https://jimenez-del-sur.localhost/cuenta/invitacion/", letter.Text, StringComparison.Ordinal);

        var (_, page) = await monitor.OpenAsync(sent.Location!);
        Assert.Contains("Se envió a inai@jimenez.example el 15 de junio de 2026", page.QuerySelector("#invitacion ~ .lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/gestion/entidades/jimenez-del-sur?hecho=enviada", (await monitor.SendAsync(link, [])).Location);
        Assert.Equal(2, (await monitor.OpenAsync(link)).Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("/gestion/entidades/jimenez-del-sur?hecho=retirada", (await monitor.SendAsync(link, [], "form[action*=Revoke]")).Location);
        Assert.Equal(TenantStatus.Listed, (await hub.FindAsync("jimenez-del-sur")).Status);
    }

    [Fact]
    public async Task The_list_says_who_was_invited_and_who_has_not_answered()
    {
        await hub.ListedAsync(null, "con-invitacion", "sin-invitacion");
        await hub.InviteAsync("con-invitacion", "uno@ejemplo.mx");
        using var monitor = await MonitorAsync();

        var (_, page) = await monitor.OpenAsync("/gestion/entidades?q=-invitacion");

        Assert.Equal(["con-invitacion", "sin-invitacion"], page.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Contains("uno@ejemplo.mx", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sin invitar", page.QuerySelectorAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[aria-current][href='/gestion/entidades']"));
    }

    [Fact]
    public async Task A_file_reports_line_by_line_and_sent_again_sends_nothing_twice()
    {
        await hub.PlaceAsync("aguascalientes", "01");
        await hub.ListedAsync(null, "uno-del-archivo", "otro-del-archivo");
        using var monitor = await MonitorAsync();
        const string file = "\ufeffentidad;correo\r\nuno-del-archivo;uno@archivo.example\r\n1;dos@archivo.example\r\nno-existe;tres@archivo.example\r\n\"mal\r\n"
            + "otro-del-archivo;sin arroba\r\nuno-del-archivo;otra@archivo.example\r\n";

        var first = await UploadAsync(monitor, file);
        var second = await UploadAsync(monitor, file);

        Assert.Equal(
            ["Línea 2: Enviada", "Línea 3: Enviada", "Línea 4: Ninguna entidad tiene esa clave o ese nombre corto", "Línea 5: La línea no tiene dos columnas: entidad y dirección"],
            first[..4]);
        Assert.StartsWith("Línea 6: ", first[4], StringComparison.Ordinal);
        Assert.Equal("Línea 7: La entidad ya tiene una invitación que espera respuesta.", first[5]);
        Assert.DoesNotContain(second, line => line.EndsWith("Enviada", StringComparison.Ordinal));
        Assert.Equal("2", await hub.AskAsync("select count(*) from mail_queue where recipient like '%@archivo.example'"));
        Assert.Equal(TenantStatus.Listed, (await hub.FindAsync("otro-del-archivo")).Status);
    }

    [Fact]
    public async Task A_state_proposes_its_municipality_and_the_nation_confirms_or_refuses()
    {
        var colima = await hub.PlaceAsync("colima", "06");
        await hub.ListedAsync(colima, "tecoman-col", "armeria-col");
        await hub.ListedAsync(await hub.PlaceAsync("nayarit", "18"), "tepic-nay");
        await hub.PersonAsync(colima, Role.Administrator);
        using var state = await hub.Site.SignedInAsync("colima", Role.Administrator);
        using var monitor = await MonitorAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await state.OpenAsync("/gestion/municipios/proponer?municipio=tepic-nay")).Status);
        Assert.Equal("/gestion/municipios?hecho=propuesta", (await ProposeAsync(state, "tecoman-col")).Location);
        Assert.NotNull((await ProposeAsync(state, "tecoman-col")).Page.QuerySelector("#email-error"));
        Assert.Equal("/gestion/municipios?hecho=propuesta", (await ProposeAsync(state, "armeria-col")).Location);

        var (_, list) = await monitor.OpenAsync("/gestion/entidades");
        var links = list.QuerySelectorAll("[aria-labelledby=propuestas] a").Where(a => a.TextContent.EndsWith("-col", StringComparison.Ordinal)).Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, links.Count);
        var unsaid = await monitor.SendAsync(links[1], new() { ["Reason"] = " " }, "form[action*=Refuse]");
        var refused = await monitor.SendAsync(links[1], new() { ["Reason"] = "Falta su acuerdo de cabildo." }, "form[action*=Refuse]");
        var confirmed = await monitor.SendAsync(links[0], [], "form[action*=Confirm]");

        Assert.NotNull(unsaid.Page.QuerySelector("#reason-error"));
        Assert.Equal("/gestion/entidades/armeria-col?hecho=rechazada", refused.Location);
        Assert.Equal("/gestion/entidades/tecoman-col?hecho=confirmada", confirmed.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.OpenAsync(links[0])).Status);
        Assert.Single(await hub.LettersAsync(await hub.NationalAsync()), letter => letter.Recipient == "alguien@tecoman-col.example");
        Assert.Equal(TenantStatus.Listed, (await hub.FindAsync("armeria-col")).Status);
        var answers = (await state.OpenAsync("/gestion/municipios")).Page.QuerySelector("table")!.TextContent;
        Assert.Contains("Rechazada: Falta su acuerdo de cabildo.", answers, StringComparison.Ordinal);
        Assert.Contains("Confirmada: la invitación se envió", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_standing_permission_what_a_state_proposes_leaves_at_once()
    {
        var sonora = await hub.PlaceAsync("sonora", "26");
        await hub.ListedAsync(sonora, "cajeme-son", "nogales-son");
        await hub.PersonAsync(sonora, Role.Administrator);
        using var state = await hub.Site.SignedInAsync("sonora", Role.Administrator);
        using var monitor = await MonitorAsync();

        Assert.Equal("/gestion/entidades/sonora?hecho=permitido", (await monitor.SendAsync("/gestion/entidades/sonora", [], "form[action*=Allow]")).Location);
        Assert.Equal("/gestion/municipios?hecho=enviada", (await ProposeAsync(state, "cajeme-son")).Location);
        Assert.Equal("/gestion/entidades/sonora?hecho=terminado", (await monitor.SendAsync("/gestion/entidades/sonora", [], "form[action*=Allow]")).Location);
        Assert.Equal("/gestion/municipios?hecho=propuesta", (await ProposeAsync(state, "nogales-son")).Location);

        Assert.Equal(TenantStatus.Active, (await hub.FindAsync("cajeme-son")).Status);
        Assert.Equal(TenantStatus.Listed, (await hub.FindAsync("nogales-son")).Status);
        Assert.Contains("El estado, por su permiso permanente", (await monitor.OpenAsync("/gestion/entidades/cajeme-son")).Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_nation_has_these_pages_and_only_a_state_those_of_its_municipalities()
    {
        var zacatecas = await hub.PlaceAsync("zacatecas", "32");
        await hub.PersonAsync(zacatecas, Role.Administrator);
        using var state = await hub.Site.SignedInAsync("zacatecas", Role.Administrator);
        using var monitor = await MonitorAsync();

        foreach (var path in new[] { "/gestion/entidades", "/gestion/entidades/zacatecas", "/gestion/entidades/invitar", $"/gestion/entidades/propuestas/{Guid.CreateVersion7()}" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await state.OpenAsync(path)).Status));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await monitor.OpenAsync("/gestion/municipios")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.OpenAsync("/gestion/entidades/no-hay")).Status);
    }

    private async Task<Browser> MonitorAsync()
    {
        await hub.MonitorAsync();
        return await hub.Site.SignedInAsync(null, Role.NationalMonitor);
    }

    private static Task<Browser.Answer> ProposeAsync(Browser state, string slug) =>
        state.SendAsync($"/gestion/municipios/proponer?municipio={slug}", new() { ["Email"] = $"alguien@{slug}.example", ["Note"] = "Lo pidió su cabildo." });

    /// <summary>What became of each line.</summary>
    private static async Task<List<string>> UploadAsync(Browser monitor, string file)
    {
        var (_, page) = await monitor.OpenAsync("/gestion/entidades/invitar");
        using var form = new MultipartFormDataContent();

        foreach (var (name, value) in Browser.FieldsOf(page.QuerySelector("main form[method=post]")!).Where(field => field.Key != "Sheet"))
        {
            form.Add(new StringContent(value), name);
        }

        var sheet = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        sheet.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(sheet, "Sheet", "invitaciones.csv");
        using var answer = await monitor.UploadAsync("/gestion/entidades/invitar", form);
        var html = await answer.Content.ReadAsStringAsync();
        using var report = await BrowsingContext.New().OpenAsync(response => response.Content(html));
        return [.. report.QuerySelectorAll("tbody tr").Select(row => $"{row.QuerySelector("th")!.TextContent}: {row.QuerySelector("td:last-child")!.TextContent.Trim()}")];
    }
}
