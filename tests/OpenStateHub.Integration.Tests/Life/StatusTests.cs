using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy.Life;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Life;

/// <summary>An operator suspends, archives and resumes a place with reasons, and people read why.</summary>
public sealed class StatusTests(ServedHub served) : InAPlace(served)
{
    private const string Reason = "El instituto cambia de titular";

    private static readonly string[] Steps = ["", "/suspender", "/archivar", "/reactivar", "/dominio", "/archivo"];

    private string Life => $"/gestion/entidades/{durango.Slug}/vida";

    [Fact]
    public async Task A_suspended_place_says_why_and_its_people_cannot_change_it_until_it_is_resumed()
    {
        using var operating = await hub.InTheNationAsync(Role.PlatformOperator);
        using var administrator = await AdministratorAsync();

        Assert.NotNull((await operating.SendAsync($"{Life}/suspender", new() { ["Reason"] = " " })).Page.QuerySelector("#reason-error"));
        Assert.Equal($"{Life}?hecho=suspender", (await operating.SendAsync($"{Life}/suspender", new() { ["Reason"] = Reason })).Location);
        await site.WithinASecondAsync(durango.Slug, "/", page => Says(page, Reason));
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.PostAsync("/gestion/ajustes/nombres/agregar", [])).Status);
        var shown = (await operating.OpenAsync(Life)).Page.QuerySelector("main table")!;
        Assert.Contains(Reason, shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("Persona PlatformOperator", shown.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await operating.SendAsync($"{Life}/reactivar", new() { ["Reason"] = "Hay titular" })).Status);
        await site.WithinASecondAsync(durango.Slug, "/", page => !Says(page, Reason));
        Assert.Equal(["Hay titular", Reason], await hub.AsAsync(await hub.NationalAsync(), async scope =>
            (await scope.GetRequiredService<FindPlaceLife>().ExecuteAsync(durango.Slug, default))!.Changes.Select(change => change.Reason)));
    }

    [Fact]
    public async Task A_place_that_rests_already_is_not_suspended_again()
    {
        using var operating = await hub.InTheNationAsync(Role.PlatformOperator);
        await operating.SendAsync($"{Life}/archivar", new() { ["Reason"] = Reason });

        var again = await operating.SendAsync($"{Life}/suspender", new() { ["Reason"] = "Otra vez" });

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.NotEmpty(again.Errors);
        Assert.Null((await operating.OpenAsync(Life)).Page.QuerySelector("a[href$=suspender]"));
    }

    [Fact]
    public async Task Only_an_operator_of_the_nation_has_these_pages()
    {
        using var operating = await hub.InTheNationAsync(Role.PlatformOperator);
        using var monitor = await hub.InTheNationAsync(Role.NationalMonitor);
        using var administrator = await AdministratorAsync();

        foreach (var page in Steps.Select(step => Life + step))
        {
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await monitor.OpenAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await administrator.OpenAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.OK), (page, (await operating.OpenAsync(page)).Status));
        }

        foreach (var unknown in new[] { "no-existe/vida", "inai/vida", "inai/vida/suspender", $"{durango.Slug}/vida/olvidar" })
        {
            Assert.Equal((unknown, HttpStatusCode.NotFound), (unknown, (await operating.OpenAsync($"/gestion/entidades/{unknown}")).Status));
        }
    }

    private static bool Says(IDocument page, string text) => page.Body!.TextContent.Contains(text, StringComparison.Ordinal);
}
