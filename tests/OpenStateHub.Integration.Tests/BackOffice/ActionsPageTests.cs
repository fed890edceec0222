using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>How a commitment is divided: the weights of its parts, and the actions that group them.</summary>
public sealed class ActionsPageTests(ServedHub served) : OnAnOpenDraft(served)
{
    [Fact]
    public async Task Weights_are_written_proposed_and_saved_only_when_they_are_whole()
    {
        var ids = new[] { await GivenActivityAsync(), await GivenActivityAsync(), await GivenActivityAsync() };
        var weights = Commitment + "/pesos";
        Dictionary<string, string> Typed(params string[] typed) => ids.Zip(typed).ToDictionary(pair => $"Typed[{pair.First}]", pair => pair.Second);

        var refused = await browser.SendAsync(weights, Typed("50", "30", "19.99"));
        Assert.Contains("99.99 %", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("19.99", refused.Page.QuerySelector($"input[name='Typed[{ids[2]}]']")?.GetAttribute("value"));
        Assert.Contains("dos decimales", (await browser.SendAsync(weights, Typed("50", "30", "veinte"))).Errors, StringComparison.Ordinal);
        Assert.Contains("dos decimales", (await browser.SendAsync(weights, Typed("50", "50", "0"))).Errors, StringComparison.Ordinal);
        Assert.Equal([3334, 3333, 3333], (await ActivitiesAsync()).Select(a => a.Weight));

        var (_, form) = await browser.OpenAsync(weights);
        var rest = await browser.PostAsync(weights + "?handler=Rest", Filled(form, Typed("50", "33.33", "33.33")));
        Assert.Equal(["50", "25", "25"], Values(rest.Page));
        Assert.Contains("propuesta", rest.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Page + "?hecho=pesos", (await browser.PostAsync(weights, Filled(rest.Page, []))).Location);
        Assert.Equal([5000, 2500, 2500], (await ActivitiesAsync()).Select(a => a.Weight));

        var equal = await browser.PostAsync(weights + "?handler=Equal", Filled((await browser.OpenAsync(weights)).Page, []));
        Assert.Equal(["33.34", "33.33", "33.33"], Values(equal.Page));

        await GivenActivityAsync();
        var late = await browser.PostAsync(weights, Filled(equal.Page, []));
        Assert.Contains("Alguien cambió", late.Errors, StringComparison.Ordinal);
        Assert.Equal(4, Values(late.Page).Count);
    }

    [Fact]
    public async Task Actions_group_activities_and_are_refused_where_activities_stand_alone()
    {
        var actions = Commitment + "/acciones";
        Assert.Contains("Falta el nombre de la acción", (await browser.SendAsync(actions, new() { ["Title"] = " " })).Errors, StringComparison.Ordinal);
        Assert.Equal(actions, (await browser.SendAsync(actions, new() { ["Title"] = "Medir" })).Location);
        Assert.Equal(actions, (await browser.SendAsync(actions, new() { ["Title"] = "Publicar" }, ".panel-form form")).Location);

        Assert.EndsWith("&hecho=agregada#agregar", (await AddAsync("Tomar muestras")).Location, StringComparison.Ordinal);
        var activity = Assert.Single(await ActivitiesAsync());
        Assert.NotNull(activity.ActionId);

        Assert.Equal(actions, (await browser.SendAsync(actions, new() { ["direction"] = "Up" }, "li:nth-child(2) .move")).Location);
        var (_, page) = await browser.OpenAsync(actions);
        Assert.Equal(["Publicar", "Medir"], page.QuerySelectorAll(".part h3").Select(title => title.TextContent));
        var rename = page.QuerySelector(".part h3 a")!.GetAttribute("href")!;
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync(rename)).Status);
        Assert.NotNull((await browser.SendAsync(rename, new() { ["Title"] = new string('a', 501) })).Page.QuerySelector("#title-error"));
        Assert.Equal(actions, (await browser.SendAsync(rename, new() { ["Title"] = "Difundir" })).Location);

        var removed = await browser.SendAsync(actions, [], "li:nth-child(2) form[action*=Remove]");
        Assert.Empty(await ActivitiesAsync());
        Assert.Equal(actions, (await browser.SendAsync(removed.Location!, [], ".notice-undo form")).Location);
        Assert.Equal(activity.Id, Assert.Single(await ActivitiesAsync()).Id);
    }

    [Fact]
    public async Task The_first_action_of_a_commitment_with_activities_is_refused_and_the_page_says_why()
    {
        var (_, empty) = await browser.OpenAsync(Commitment + "/acciones");
        await GivenActivityAsync();

        var refused = await browser.PostAsync(Commitment + "/acciones", new() { ["Title"] = "Medir", ["__RequestVerificationToken"] = TokenOf(empty) });

        Assert.Contains("o todas las actividades tienen acción o ninguna", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("elimine primero esas actividades", refused.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.Page.QuerySelector(".panel-form"));
    }
}
