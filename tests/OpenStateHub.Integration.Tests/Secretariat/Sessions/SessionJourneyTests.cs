using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Secretariat.Sessions;

/// <summary>A session through the pages, from its call to the minutes that three sectors signed.</summary>
public sealed class SessionJourneyTests(MeetingHub hub) : IClassFixture<MeetingHub>
{
    [Fact]
    public async Task A_session_goes_from_its_call_to_minutes_that_three_sectors_signed()
    {
        var durango = await hub.SecretariatAsync("durango");
        using var admin = await hub.AsAsync(durango, "admin");
        var office = await CallAsync(admin, "2026-06-15");
        var id = office.Split('/')[^1];
        await AnswerAsync(durango, id);

        Assert.Contains("Irá la persona titular", await ReadAsync(admin, office), StringComparison.Ordinal);
        Assert.Equal($"{office}/lista", (await admin.SendAsync(office, [], "main form[action$='handler=Open']")).Location);
        await admin.SendAsync($"{office}/lista", Roll(durango, "gobierno", "sociedad"));
        Assert.Contains("No hay quórum", TextOf(await hub.Site.ReadAsync("durango", $"/sesiones/{id}/en-vivo")), StringComparison.Ordinal);
        await admin.SendAsync($"{office}/lista", Roll(durango, "gobierno", "sociedad", "garante"));
        Assert.Contains("Hay quórum", TextOf(await hub.Site.ReadAsync("durango", $"/sesiones/{id}/en-vivo")), StringComparison.Ordinal);
        await admin.SendAsync($"{office}/lista", [], "main form[action$='handler=Close']");

        await WriteMinutesAsync(admin, office);
        await SignAsync(durango, id, "gobierno", "garante");
        Assert.DoesNotContain("Punto único", Section(await hub.Site.ReadAsync("durango", $"/sesiones/{id}")), StringComparison.Ordinal);
        await SignAsync(durango, id, "sociedad");

        await hub.Site.WithinASecondAsync("durango", $"/sesiones/{id}", page => Section(page).Contains("Consejo Ciudadano: titular, presente", StringComparison.Ordinal));
        await ShowsWhatWasSignedAsync(id);
        await ListsItAsync(id);
        Assert.Empty(await hub.AsAsync(durango, async scope => (await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default)).Faults));
    }

    private static async Task<string> CallAsync(Browser admin, string day)
    {
        var drafted = await admin.SendAsync("/gestion/sesiones/nueva", new()
        {
            ["Form.Title"] = "Primera sesión ordinaria", ["Form.Day"] = day, ["Form.From"] = "17:00", ["Form.Until"] = "19:00", ["Form.Place"] = "Sala del Pleno",
        });
        var agenda = drafted.Location!;
        var set = await admin.SendAsync(agenda, new() { ["Items[0].Title"] = "Punto único" });
        var office = agenda[..agenda.LastIndexOf('/')];
        Assert.Equal($"{office}?hecho=guardada", set.Location);
        Assert.Contains("Días de anticipación: 0; sus reglas piden 5", await ReadAsync(admin, office), StringComparison.Ordinal);
        Assert.Equal($"{office}?hecho=convocada", (await admin.SendAsync(office, [], "main form[action$='handler=Call']")).Location);
        return office;
    }

    private async Task AnswerAsync(Tenant place, string id)
    {
        using var member = await hub.AsAsync(place, "sociedad");
        Assert.Contains("Diga quién irá", await ReadAsync(member, "/gestion"), StringComparison.Ordinal);
        var answered = await member.SendAsync("/gestion/mi-asiento", new() { ["coming"] = "Holder" }, "main form.coming");
        Assert.Equal("/gestion/mi-asiento?hecho=respuesta", answered.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.OpenAsync($"/gestion/sesiones/{id}")).Status);
    }

    private Dictionary<string, string> Roll(Tenant place, params string[] present) =>
        MeetingHub.Seated.ToDictionary(seat => $"seats[{hub.SeatOf(place, seat.Name)}]", seat => present.Contains(seat.Name) ? "Holder" : "");

    private static async Task WriteMinutesAsync(Browser admin, string office)
    {
        await admin.SendAsync($"{office}/acta", [], "main form[action$='handler=Draft']");
        var (_, page) = await admin.OpenAsync($"{office}/acta");
        var fields = Browser.FieldsOf(page.QuerySelector("main form")!);
        Assert.Contains("Instituto Garante: titular, presente", fields["Text"], StringComparison.Ordinal);
        fields["Text"] += "\n\nSe corrigió el final.";
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"{office}/acta?handler=Present", fields)).Status);
    }

    private async Task SignAsync(Tenant place, string id, params string[] names)
    {
        foreach (var name in names)
        {
            using var member = await hub.AsAsync(place, name);
            Assert.Equal("/gestion/mi-asiento?hecho=firmada", (await member.SendAsync($"/gestion/mi-asiento/acta/{id}", [])).Location);
        }
    }

    private async Task ShowsWhatWasSignedAsync(string id)
    {
        var page = await hub.Site.ReadAsync("durango", $"/sesiones/{id}");
        using var anybody = hub.Site.At("durango");
        var bytes = await anybody.GetByteArrayAsync($"/sesiones/{id}/acta.txt");

        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)), Section(page), StringComparison.Ordinal);
        Assert.Contains("Se corrigió el final.", Section(page), StringComparison.Ordinal);
        var head = (await anybody.GetFromJsonAsync<JsonElement>("/api/v1/ledger?pageSize=200")).GetProperty("items").EnumerateArray()
            .Last(entry => entry.GetProperty("act").GetString() == "minutes.signed");
        Assert.Contains(head.GetProperty("previousHash").GetString()!, Section(page), StringComparison.Ordinal);
        Assert.Equal("CivilSociety", head.GetProperty("sector").GetString());
    }

    private async Task ListsItAsync(string id)
    {
        using var anybody = hub.Site.At("durango");
        var list = await anybody.GetFromJsonAsync<JsonElement>("/api/v1/sessions");
        var session = Assert.Single(list.GetProperty("items").EnumerateArray());

        Assert.Equal((id, "Closed", "Published", 1), (
            session.GetProperty("id").GetString(), session.GetProperty("status").GetString(), session.GetProperty("minutes").GetString(), session.GetProperty("number").GetInt32()));
        Assert.True(session.GetProperty("hadQuorum").GetBoolean());
        Assert.True(session.GetProperty("shortNotice").GetBoolean());
        Assert.Contains("Acta publicada", TextOf(await hub.Site.ReadAsync("durango", "/sesiones")), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(Browser browser, string path) => TextOf((await browser.OpenAsync(path)).Page);

    private static string TextOf(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static string Section(IDocument page) => page.QuerySelector("section[aria-labelledby=acta]")!.TextContent;
}
