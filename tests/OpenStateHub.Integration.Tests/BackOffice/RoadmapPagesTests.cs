using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>An administrator proposes a change by the pages, and everybody reads from what to what, when and by which agreement.</summary>
public sealed class RoadmapPagesTests(ServedHub served) : InAPlace(served)
{
    private const string Changes = "/gestion/plan/2026/cambios";
    private const string Versions = "/planes/2026/versiones";

    private IReadOnlyList<AddActivity.Input> activities = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        activities = await hub.AsAsync(durango, scope => GivenPlans.RunningPlanAsync(scope, 2));
    }

    [Fact]
    public async Task A_proposal_is_written_part_by_part_proposed_voted_and_read_by_everybody()
    {
        using var browser = await AdministratorAsync();
        var change = (await browser.SendAsync($"{Changes}/motivo", new() { ["Form.Title"] = "Dos meses más", ["Form.Reason"] = "El laboratorio cerró por obras." })).Location!;
        Assert.StartsWith(Changes, change, StringComparison.Ordinal);
        Assert.Null((await browser.OpenAsync(change)).Page.QuerySelector("form[action$='handler=Propose']"));

        var part = $"{change}/parte?compromiso={activities[0].CommitmentId}&actividad={activities[0].Id}";
        Assert.Equal(change, (await browser.SendAsync(part, new() { ["Values[DueOn]"] = "2026-08-31" })).Location);
        var weights = $"{change}/pesos?compromiso={activities[0].CommitmentId}";
        var refused = await browser.SendAsync(weights, new() { [$"Typed[{activities[0].Id}]"] = "49.99" });
        Assert.Contains("99.99", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(change, (await browser.SendAsync(weights, new() { [$"Typed[{activities[0].Id}]"] = "70", [$"Typed[{activities[1].Id}]"] = "30" })).Location);
        Assert.DoesNotContain("El laboratorio", (await site.ReadAsync(durango.Slug, Versions)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(change, (await browser.SendAsync(change, [], "form[action$='handler=Propose']")).Location);
        var id = Guid.Parse(change[^36..]);
        Assert.NotNull((await browser.OpenAsync(change)).Page.QuerySelector($"a[href='/gestion/votaciones/nueva?asunto=ChangeRoadmap&sobre={id}']"));
        Assert.Equal("Cambiar la hoja de ruta: Dos meses más", (await browser.OpenAsync($"/gestion/votaciones/nueva?asunto=ChangeRoadmap&sobre={id}")).Page.QuerySelector("#form-title")!.GetAttribute("value"));
        Assert.Contains("30 de junio de 2026", (await site.ReadAsync(durango.Slug, Versions)).QuerySelector($"#cambio-{id}")!.TextContent, StringComparison.Ordinal);

        var decision = hub.VoteOn(id);
        await hub.PassAsync(durango, decision);
        Assert.Null(await hub.CloseAsync(durango, decision.Id));

        var version = (await site.ReadAsync(durango.Slug, Versions)).QuerySelector("#version-2")!;
        Assert.Equal(
            ["30 de junio de 2026", "31 de agosto de 2026"],
            version.QuerySelectorAll("dl").First(list => list.TextContent.Contains("Fecha límite", StringComparison.Ordinal)).QuerySelectorAll("dd")[0].QuerySelectorAll(".change-text").Select(text => text.TextContent));
        Assert.Equal($"/decisiones/{decision.Id}", version.QuerySelector("a[href^='/decisiones/']")!.GetAttribute("href"));
        Assert.Contains("2026/001", version.TextContent, StringComparison.Ordinal);

        using var client = site.At(durango.Slug);
        Assert.Contains("2,2026-06-15,2026/001,Dos meses más", await client.GetStringAsync("/planes/2026/cambios.csv"), StringComparison.Ordinal);
        using var api = JsonDocument.Parse(await client.GetStringAsync("/api/v1/plans/2026/changes"));
        var item = api.RootElement.GetProperty("items")[0];
        Assert.Equal(("Approved", 2, 3), (item.GetProperty("status").GetString(), item.GetProperty("version").GetInt32(), item.GetProperty("items").GetArrayLength()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/plans/no-hay/versions")).StatusCode);
    }

    [Fact]
    public async Task Who_writes_on_an_old_form_is_told_and_another_place_finds_nothing()
    {
        using var browser = await AdministratorAsync();
        var id = await hub.DraftChangeAsync(durango);
        var part = $"{Changes}/{id}/parte?compromiso={activities[0].CommitmentId}&actividad={activities[0].Id}";
        var old = Browser.FieldsOf((await browser.OpenAsync(part)).Page.QuerySelector("main form[method=post]")!);
        await browser.SendAsync(part, new() { ["Values[DueOn]"] = "2026-08-31" });

        old["Values[DueOn]"] = "2026-09-30";
        var late = await browser.PostAsync(part, old);

        Assert.NotEqual("", late.Errors);
        Assert.Equal("2026-09-30", late.Page.QuerySelector("#values-dueon")!.GetAttribute("value"));
        Assert.Equal("2026-08-31", await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().RoadmapItems.Where(i => i.Field == RoadmapField.DueOn).Select(i => i.After).SingleAsync()));

        var elsewhere = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(elsewhere, Role.Administrator);
        await hub.AsAsync(elsewhere, scope => GivenPlans.RunningPlanAsync(scope));
        using var other = await site.SignedInAsync(elsewhere.Slug, Role.Administrator);

        foreach (var address in new[] { $"{Changes}/{id}", part, $"{Changes}/{id}/pesos?compromiso={activities[0].CommitmentId}", $"{Changes}/motivo?propuesta={id}" })
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await other.OpenAsync(address)).Status));
        }
    }
}
