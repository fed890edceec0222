using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Settings;

/// <summary>Institutions change their names, and what happened before keeps the old one.</summary>
public sealed class NamesTests(ServedHub served) : InAPlace(served)
{
    private const string List = "/gestion/ajustes/nombres";
    private const string Add = List + "/agregar";

    [Fact]
    public async Task A_day_of_2015_keeps_the_name_of_2015()
    {
        using var browser = await AdministratorAsync();
        Assert.Equal($"{List}?hecho=guardado", (await browser.SendAsync(Add, new() { ["Name"] = "Instituto de 2015", ["Source"] = "Ley de 2015" })).Location);
        await site.WithinASecondAsync(durango.Slug, "/secretariado", page => Says(page, "Instituto de 2015"));

        var overlapping = await browser.SendAsync(Add, New());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync($"{List}/terminar?nombre={await IdAsync()}", new() { ["UntilOn"] = "2025-03-20" })).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(Add, New())).Status);

        Assert.Contains("Instituto de 2015", overlapping.Page.QuerySelector("#fromon-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Organismo nuevo", overlapping.Page.QuerySelector("#name")!.GetAttribute("value"));
        await site.WithinASecondAsync(durango.Slug, "/secretariado", page => Says(page, "Organismo nuevo"));
        Assert.True(Says(await site.ReadAsync(durango.Slug, "/secretariado?fecha=2015-10-27"), "Instituto de 2015"));
        var history = await site.ReadAsync(durango.Slug, "/historial");
        Assert.Contains("Terminó un nombre", history.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Oficina de prueba", history.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(await hub.AsAsync(durango, async scope => (await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default)).Faults));
    }

    [Fact]
    public async Task Each_error_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        using var browser = await AdministratorAsync();
        (string Field, string Text)[] wrong =
        [
            ("Name", " "), ("Name", new string('x', DatedName.MaxNameLength + 1)), ("Acronym", new string('x', DatedName.MaxAcronymLength + 1)),
            ("Source", new string('x', DatedName.MaxSourceLength + 1)), ("UntilOn", "2024-01-01"), ("FromOn", "ayer"),
        ];

        foreach (var (field, text) in wrong)
        {
            var answer = await browser.SendAsync(Add, new(New()) { [field] = text });

            Assert.NotNull(answer.Page.QuerySelector($"#{field.ToLowerInvariant()}-error"));
            Assert.Equal(text, answer.Page.QuerySelector($"#{field.ToLowerInvariant()}")!.GetAttribute("value"));
            Assert.Equal("Ley nueva", field == "Source" ? "Ley nueva" : answer.Page.QuerySelector("#source")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_name_ends_once_with_a_day()
    {
        using var browser = await AdministratorAsync();
        await browser.SendAsync(Add, New());
        var page = $"{List}/terminar?nombre={await IdAsync()}";

        var without = await browser.SendAsync(page, []);
        var early = await browser.SendAsync(page, new() { ["UntilOn"] = "2025-01-01" });
        await browser.SendAsync(page, new() { ["UntilOn"] = "2026-12-31" });
        var twice = await browser.SendAsync(page, new() { ["UntilOn"] = "2027-12-31" });

        Assert.All([without, early, twice], answer => Assert.NotNull(answer.Page.QuerySelector("#untilon-error")));
        Assert.Null((await browser.OpenAsync(List)).Page.QuerySelector("a[href*=terminar]"));
    }

    [Fact]
    public async Task A_name_of_another_place_is_as_unknown_as_any()
    {
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var browser = await AdministratorAsync();
        await browser.SendAsync(Add, New());
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"{List}/terminar?nombre={await IdAsync()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"{List}/terminar?nombre={Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"{List}/terminar")).Status);
    }

    [Fact]
    public async Task Two_names_at_once_never_share_a_day()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => hub.AsAsync(durango, scope => scope.GetRequiredService<RecordDatedName>().ExecuteAsync(
            new DatedName { Subject = NameSubject.Guarantor, Name = $"Nombre {number}" }, default))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(5, outcomes.Count(outcome => outcome?.Code == DatedNameRefusals.Overlaps.Code));
    }

    private static Dictionary<string, string> New() => new() { ["Name"] = "Organismo nuevo", ["FromOn"] = "2025-03-21", ["Source"] = "Ley nueva" };

    private static bool Says(AngleSharp.Dom.IDocument page, string name) => page.QuerySelector("main dl.facts")!.TextContent.Contains(name, StringComparison.Ordinal);

    private Task<Guid> IdAsync() => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().DatedNames.OrderBy(name => name.Id).Select(name => name.Id).FirstAsync());
}
