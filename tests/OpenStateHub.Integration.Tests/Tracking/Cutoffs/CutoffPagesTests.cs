using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Pages.Tracking.Cutoffs;

namespace OpenStateHub.Integration.Tests.Tracking.Cutoffs;

public sealed class CutoffPagesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Office = "/gestion/plan/2026/cortes";
    private static readonly DateOnly Day = new(2026, 7, 10);

    private readonly TestHub hub = new(server);
    private HubSite site = null!;
    private Tenant place = null!;
    private Fixtures.Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        (place, var activities) = await hub.RunningAsync("durango", activities: 2);
        await hub.PersonAsync(place, Role.Administrator);
        await hub.OwnerAsync(place, activities[0].Id, "ana@example.mx");
        await hub.PlaceAsync("morelos");
        site = new HubSite(hub);
        browser = await site.SignedInAsync("durango", Role.Administrator);
    }

    [Fact]
    public async Task From_the_date_to_the_frozen_report_and_its_rectification()
    {
        await SavedAsync(Office, new() { ["On"] = "2026-07-10" });
        Assert.Contains("10 de julio de 2026", (await site.ReadAsync("durango", "/planes/2026/cortes")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ya tiene un corte", (await browser.SendAsync(Office, new() { ["On"] = "2026-07-10" })).Errors, StringComparison.Ordinal);
        var id = await IdAsync();
        await SavedAsync($"/gestion/cortes/mover?corte={id}", new() { ["On"] = "2026-07-12" });
        await SavedAsync($"/gestion/cortes/mover?corte={id}", new() { ["On"] = "2026-07-10" });
        hub.SetClock(Day.AddDays(1), 0, 1);
        await hub.KeepAsync(place);
        browser.Dispose();
        browser = await site.SignedInAsync("durango", Role.Administrator);

        var refused = await browser.SendAsync($"/gestion/cortes/mover?corte={id}", new() { ["On"] = "2026-07-20" });
        Assert.Contains("nadie puede editarlo", refused.Errors, StringComparison.Ordinal);
        var offered = refused.Page.QuerySelector($"main a[href='/gestion/cortes/rectificar?corte={id}']");
        Assert.NotNull(offered);
        await SavedAsync(offered.GetAttribute("href")!, new()
        {
            ["Concerns"] = "Actividad 1", ["Reads"] = "0 %", ["ShouldRead"] = "20 %", ["Reason"] = "El oficio llegó tarde.",
        });

        var report = (await site.ReadAsync("durango", "/planes/2026/cortes/2026-07-10")).Body!.TextContent;
        Assert.Contains("El oficio llegó tarde.", report, StringComparison.Ordinal);
        Assert.Contains("Nadie ha dicho qué lo impidió.", report, StringComparison.Ordinal);
        await IsTheTextThatWasFrozenAsync();
    }

    [Fact]
    public async Task A_second_report_is_compared_with_the_one_before()
    {
        await hub.CutoffAsync(place, new(2026, 6, 1));
        await hub.CutoffAsync(place, new(2026, 6, 14));
        await hub.KeepAsync(place);

        var page = await site.ReadAsync("durango", "/planes/2026/cortes/2026-06-14");

        Assert.Contains("En el corte anterior, del 1 de junio de 2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sin cambio desde el corte anterior.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("es el primer corte", (await site.ReadAsync("durango", "/planes/2026/cortes/2026-06-01")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Letters_say_how_long_and_lead_to_what_must_be_done()
    {
        await hub.CutoffAsync(place, Day);
        hub.SetClock(Day.AddDays(-7), 9);
        await KeepWithItsWordsAsync();
        hub.SetClock(Day.AddDays(1), 9);
        await KeepWithItsWordsAsync();

        var letters = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().MailQueue
            .Where(mail => mail.Recipient == "ana@example.mx" && mail.Subject.Contains("corte")).OrderBy(mail => mail.Id).Select(mail => mail.Subject + "\n" + mail.Text).ToListAsync());
        Assert.Contains("Faltan 7 días para el corte del 10 de julio de 2026", letters[0], StringComparison.Ordinal);
        Assert.Contains("http://durango.localhost:8080/gestion", letters[0], StringComparison.Ordinal);
        Assert.Contains("http://durango.localhost:8080/planes/2026/cortes/2026-07-10", letters[1], StringComparison.Ordinal);
        Assert.Equal(2, letters.Count);
    }

    [Theory]
    [InlineData("/planes/2026/cortes/ayer")]
    [InlineData("/planes/2026/cortes/2026-07-11")]
    [InlineData("/planes/2026/cortes/2026-07-11/informe.json")]
    [InlineData("/planes/otro/cortes")]
    public async Task What_does_not_exist_answers_404(string path)
    {
        using var anybody = site.At("durango");
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(path)).StatusCode);
    }

    private async Task IsTheTextThatWasFrozenAsync()
    {
        using var anybody = site.At("durango");
        using var other = site.At("morelos");
        const string Text = "/planes/2026/cortes/2026-07-10/informe.json";
        using var listed = JsonDocument.Parse(await anybody.GetStringAsync("/api/v1/cutoffs?plan=2026"));
        var item = Assert.Single(listed.RootElement.GetProperty("items").EnumerateArray());

        Assert.Equal(item.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(await anybody.GetByteArrayAsync(Text))));
        Assert.Equal(("Frozen", 1), (item.GetProperty("state").GetString(), item.GetProperty("rectifications").GetInt32()));
        Assert.Contains("Tomar las muestras", await anybody.GetStringAsync("/planes/2026/cortes/2026-07-10/informe.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Text)).StatusCode);
    }

    private async Task KeepWithItsWordsAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(place);
        await scope.ServiceProvider.GetRequiredService<CutoffLetters>().KeepAsync(default);
    }

    private async Task SavedAsync(string page, Dictionary<string, string> values)
    {
        var answer = await browser.SendAsync(page, values);
        Assert.Equal((page, "", $"{Office}?hecho=guardado"), (page, answer.Errors, answer.Location));
    }

    private Task<Guid> IdAsync() => hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Cutoffs.Select(c => c.Id).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
