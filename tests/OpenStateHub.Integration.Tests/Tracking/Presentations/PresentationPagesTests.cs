using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking.Presentations;

public sealed class PresentationPagesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Office = "/gestion/rendicion-de-cuentas";

    private readonly TestHub hub = new(server);
    private HubSite site = null!;
    private Tenant place = null!;
    private Fixtures.Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        place = await hub.PlaceAsync("durango");
        await hub.PlaceAsync("morelos");
        await hub.PersonAsync(place, Role.Administrator);
        site = new HubSite(hub);
        browser = await site.SignedInAsync("durango", Role.Administrator);
    }

    [Fact]
    public async Task Announced_then_held_and_everybody_reads_what_was_said()
    {
        Assert.Contains("Diga dónde será", (await browser.SendAsync($"{Office}/anunciar", Announcement(place: ""))).Errors, StringComparison.Ordinal);
        await SavedAsync($"{Office}/anunciar", Announcement());
        var id = await IdAsync();
        Assert.Contains("Plaza de Armas", await TextAsync("/rendicion-de-cuentas"), StringComparison.Ordinal);
        Assert.Contains("Todavía no empieza", (await HoldAsync(id)).Errors, StringComparison.Ordinal);

        hub.Clock.Now = hub.Clock.Now.AddDays(20);
        browser.Dispose();
        browser = await site.SignedInAsync("durango", Role.Administrator);
        Assert.Equal($"{Office}?hecho=guardado", (await HoldAsync(id)).Location);

        // Read for the first time: a page that was kept is let go within a second, which the tests of the pages' cache prove.
        var shown = await TextAsync($"/rendicion-de-cuentas/{id}");
        Assert.Contains("Se presentaron seis compromisos.", shown, StringComparison.Ordinal);
        Assert.Contains("80 personas", shown, StringComparison.Ordinal);
        using var other = site.At("morelos");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/rendicion-de-cuentas/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{Office}/resultado?sesion={Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Cancelled_with_its_reason_and_no_more_to_change()
    {
        await SavedAsync($"{Office}/anunciar", Announcement());
        var id = await IdAsync();
        await SavedAsync($"{Office}/cambiar?sesion={id}", Announcement(place: "Teatro Ricardo Castro"));
        await SavedAsync($"{Office}/cancelar?sesion={id}", new() { ["Reason"] = "Contingencia." });

        Assert.Contains("Contingencia.", await TextAsync($"/rendicion-de-cuentas/{id}"), StringComparison.Ordinal);
        Assert.Contains("Se canceló", (await browser.SendAsync($"{Office}/cambiar?sesion={id}", Announcement())).Errors, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Announcement(string place = "Plaza de Armas") => new()
    {
        ["Title"] = "Primer informe", ["Day"] = "2026-07-01", ["From"] = "17:00", ["Until"] = "19:00", ["Place"] = place,
    };

    private Task<Fixtures.Browser.Answer> HoldAsync(Guid id) =>
        browser.SendAsync($"{Office}/resultado?sesion={id}", new() { ["Summary"] = "Se presentaron seis compromisos.", ["Attendees"] = "80" });

    private async Task SavedAsync(string page, Dictionary<string, string> values)
    {
        var answer = await browser.SendAsync(page, values);
        Assert.Equal((page, "", $"{Office}?hecho=guardado"), (page, answer.Errors, answer.Location));
    }

    private async Task<string> TextAsync(string path) => (await site.ReadAsync("durango", path)).Body!.TextContent;

    private Task<Guid> IdAsync() => hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Presentations.Select(p => p.Id).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
