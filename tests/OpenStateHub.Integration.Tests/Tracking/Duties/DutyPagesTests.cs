using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Tracking.Cutoffs;

namespace OpenStateHub.Integration.Tests.Tracking.Duties;

public sealed class DutyPagesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Office = "/gestion/obligaciones";

    private readonly TestHub hub = new(server);
    private HubSite site = null!;
    private Tenant place = null!;
    private Fixtures.Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<RecordDutyDefaults>().ExecuteAsync(
            [Usual(DutyCode.RepositoryUpdated, 4), Usual(DutyCode.ResultsPresented, 12), Usual(DutyCode.InceptionAssessed, 2)], default));
        (place, _) = await hub.RunningAsync("durango");
        await hub.PersonAsync(place, Role.Administrator);
        site = new HubSite(hub);
        browser = await site.SignedInAsync("durango", Role.Administrator);
    }

    [Fact]
    public async Task Everybody_reads_what_is_overdue_and_the_country_counts_it()
    {
        // Published on 1 February 2026, and nothing since.
        Assert.Equal(
            [("RepositoryUpdated", "Overdue"), ("ResultsPresented", "InForce"), ("InceptionAssessed", "Overdue")],
            (await DutiesAsync()).Select(d => (d.GetProperty("code").GetString()!, d.GetProperty("state").GetString()!)));
        Assert.Contains("Venció el 1 de junio de 2026", await TextAsync("/obligaciones"), StringComparison.Ordinal);
        using var anybody = site.At("durango");
        Assert.Contains("Vencida", await anybody.GetStringAsync("/obligaciones.csv"), StringComparison.Ordinal);

        await hub.AsAsync(place, scope => scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(default));
        Assert.Equal([0m, 1m, 2m], await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().MetricSnapshots
            .Where(s => s.Code == "duties.overdue").OrderBy(s => s.AsOf).Select(s => s.Value!.Value).ToListAsync()));
    }

    [Fact]
    public async Task An_administrator_says_what_applies_and_records_an_assessment_in_public()
    {
        var plan = await hub.PlanAsync(place);
        var assess = $"{Office}/evaluacion?codigo=InceptionAssessed";
        Assert.Contains("Agregue el enlace", (await browser.SendAsync(assess, new() { ["Subject"] = $"{plan}", ["DoneOn"] = "2026-03-01" })).Errors, StringComparison.Ordinal);
        Assert.Contains("anterior a lo que se evalúa", (await browser.SendAsync(assess, new() { ["Subject"] = $"{plan}", ["DoneOn"] = "2026-01-01", ["Note"] = "x" })).Errors, StringComparison.Ordinal);
        await SavedAsync(assess, new() { ["Subject"] = $"{plan}", ["DoneOn"] = "2026-03-01", ["Link"] = "https://example.org/evaluacion" });
        await SavedAsync($"{Office}/cambiar?codigo=RepositoryUpdated", new() { ["Months"] = "6", ["Source"] = "Reglas de operación, artículo 12" });

        Assert.Equal(["InForce", "Met", "Met"], (await DutiesAsync()).Select(d => d.GetProperty("state").GetString()).Order());
        var page = await TextAsync("/obligaciones");
        Assert.Contains("Reglas de operación, artículo 12", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(assess)).Status);
        Assert.Contains("de 1 a 60", (await browser.SendAsync($"{Office}/cambiar?codigo=RepositoryUpdated", new() { ["Months"] = "0" })).Errors, StringComparison.Ordinal);
        Assert.Empty((await hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(anchor: null, default))).Faults);
    }

    private static DutyDefault Usual(DutyCode code, int months) => new()
    {
        Kind = TenantKind.State, Code = code, Times = 1, Months = months, EffectiveFrom = new(2022, 1, 1), SourceEs = "Estándares", SourceEn = "Standards",
    };

    private async Task<List<JsonElement>> DutiesAsync()
    {
        using var anybody = site.At("durango");
        using var listed = JsonDocument.Parse(await anybody.GetStringAsync("/api/v1/duties"));
        return [.. listed.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Clone())];
    }

    private async Task<string> TextAsync(string path) => (await site.ReadAsync("durango", path)).Body!.TextContent;

    private async Task SavedAsync(string page, Dictionary<string, string> values)
    {
        var answer = await browser.SendAsync(page, values);
        Assert.Equal((page, "", $"{Office}?hecho=guardado"), (page, answer.Errors, answer.Location));
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
