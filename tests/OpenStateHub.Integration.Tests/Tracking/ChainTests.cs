using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking;

/// <summary>Anybody can follow a commitment from its promise to its last link, each with its entry in the ledger.</summary>
public sealed class ChainTests(ServedHub served) : InAPlace(served)
{
    [Fact]
    public async Task Promised_changed_reported_each_with_its_body_its_day_and_its_entry()
    {
        var activities = await hub.AsAsync(durango, scope => GivenPlans.RunningPlanAsync(scope, 2));
        Assert.Null(await hub.AsAsync(durango, scope => scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activities[0], on: new(2026, 5, 1)), default)));
        var change = await hub.DraftChangeAsync(durango);
        Assert.Null(await hub.WriteAsync(durango, change, GivenChanges.PartOf(activities[1]), (RoadmapField.DueOn, "2026-08-31")));
        Assert.Null(await hub.ProposeAsync(durango, change));
        var decision = hub.VoteOn(change);
        await hub.PassAsync(durango, decision);
        Assert.Null(await hub.CloseAsync(durango, decision.Id));

        var page = await site.ReadAsync(durango.Slug, "/compromisos/agua-limpia/cadena");
        var links = page.QuerySelectorAll(".chain > li");

        Assert.Equal(
            ["chain-decided", "chain-changed", "chain-decided", "chain-proposed", "chain-reported", "chain-promised"],
            links.Select(link => link.ClassName));
        Assert.Contains("Se publicó el compromiso con 2 actividades", links[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Aguas del Municipio", links[4].TextContent, StringComparison.Ordinal);
        Assert.Contains("Evidencia: Informe", links[4].TextContent, StringComparison.Ordinal);
        Assert.Contains("Acuerdo 2026/001", links[1].TextContent, StringComparison.Ordinal);

        foreach (var link in links)
        {
            var entry = link.QuerySelector("a[href^='/historial']")!.GetAttribute("href")!.Split('#');
            Assert.NotNull((await site.ReadAsync(durango.Slug, entry[0])).GetElementById(entry[1]));
        }

        Assert.Equal(4, (await site.ReadAsync(durango.Slug, "/compromisos/agua-limpia")).QuerySelectorAll("#cadena ~ .chain > li").Length);
    }
}
