using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>One person, two places: linked by both, gone over by a pass of a minute, and nothing beside it.</summary>
public sealed class LinkedAccountsTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private const string Spaces = "/cuenta/espacios";

    private readonly HubSite site = hub.Site;
    private Tenant home = null!;
    private Tenant other = null!;

    public async ValueTask InitializeAsync()
    {
        home = await hub.NewPlaceAsync("durango");
        other = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(home, Role.Administrator);
        await hub.PersonAsync(other, Role.Evaluator);
    }

    [Fact]
    public async Task Both_sides_confirm_and_then_one_goes_over_by_one_pass()
    {
        using var here = await site.SignedInAsync(home.Slug, Role.Administrator);
        using var there = await site.SignedInAsync(other.Slug, Role.Evaluator);
        await LinkAsync(here, there);
        await AllowAsync(true);

        using var fresh = site.Browser(other.Slug);
        var pass = await PassAsync(here);
        Assert.Contains("Persona Evaluator", (await fresh.OpenAsync(pass)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/gestion", (await fresh.SendAsync(pass, [])).Location);
        Assert.Equal(HttpStatusCode.OK, (await fresh.OpenAsync("/gestion")).Status);

        // Not the rights of where they came from.
        Assert.Equal(HttpStatusCode.Forbidden, (await fresh.OpenAsync("/gestion/personas")).Status);

        using var second = site.Browser(other.Slug);
        await AssertRefusedAsync(second, pass);
    }

    [Fact]
    public async Task A_pass_is_nothing_after_a_minute_at_another_host_or_changed_by_a_letter()
    {
        using var here = await LinkedAsync();
        var third = await hub.NewPlaceAsync("oaxaca");
        var pass = await PassAsync(here);
        using var elsewhere = site.Browser(third.Slug);
        using var back = site.Browser(home.Slug);
        using var there = site.Browser(other.Slug);

        await AssertRefusedAsync(elsewhere, pass);
        await AssertRefusedAsync(back, pass);
        await AssertRefusedAsync(there, pass[..^4] + "AAAA");
        await AssertRefusedAsync(there, "/cuenta/llegada");

        hub.Clock.Now += Passes.HopLifetime;
        await AssertRefusedAsync(there, pass);
    }

    [Fact]
    public async Task Where_the_administrator_did_not_allow_it_nobody_comes_over()
    {
        using var here = await LinkedAsync();
        await AllowAsync(false);
        using var there = site.Browser(other.Slug);

        await AssertRefusedAsync(there, await PassAsync(here));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_side_ends_it_for_both(bool endedHere)
    {
        using var here = await LinkedAsync();
        using var there = await site.SignedInAsync(other.Slug, Role.Evaluator);
        var pass = await PassAsync(here);

        await (endedHere ? here : there).SendAsync(Spaces, []);

        if (endedHere)
        {
            Assert.Empty((await here.OpenAsync(Spaces)).Page.QuerySelectorAll("a[href*='/espacios/ir']"));
        }
        else
        {
            using var fresh = site.Browser(other.Slug);
            await AssertRefusedAsync(fresh, pass);
        }
    }

    [Fact]
    public async Task Whose_role_ended_there_does_not_come_over()
    {
        using var here = await LinkedAsync();
        await hub.AsAsync(other, async scope =>
        {
            var grant = await scope.GetRequiredService<HubDbContext>().RoleGrants.Select(g => g.Id).SingleAsync();
            Assert.Null((await scope.GetRequiredService<EndRole>().ExecuteAsync(grant, default)).Refusal);
        });
        using var there = site.Browser(other.Slug);

        await AssertRefusedAsync(there, await PassAsync(here));
    }

    [Fact]
    public async Task A_pass_used_twice_at_once_lets_one_in()
    {
        using var here = await LinkedAsync();
        var text = Uri.UnescapeDataString((await PassAsync(here)).Split("pase=")[1]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            hub.AsAsync(other, scope => SiteServices(scope).ExecuteAsync(text, default))));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
    }

    [Fact]
    public async Task A_link_wants_the_password_of_the_place_and_reaches_no_other_account()
    {
        await hub.PersonAsync(other, Role.Participant, "tercera@ejemplo.mx");
        using var here = await site.SignedInAsync(home.Slug, Role.Administrator);
        using var there = await site.SignedInAsync(other.Slug, Role.Evaluator);
        using var third = site.Browser(other.Slug);
        await third.SignInAsync("tercera@ejemplo.mx");
        var ask = await AskAsync(here);

        Assert.NotNull((await there.SendAsync(ask, new() { ["Password"] = "no es esta" })).Page.QuerySelector("#password-error"));
        var half = await there.SendAsync(ask, new() { ["Password"] = GivenPeople.Password });
        var answer = new Uri(half.Page.QuerySelector("main a.button-main")!.GetAttribute("href")!).PathAndQuery;

        // The answer is for the account that asked, and for its place.
        Assert.Null((await third.OpenAsync(answer)).Page.QuerySelector("main form[method=post]"));
        Assert.Empty((await here.OpenAsync(Spaces)).Page.QuerySelectorAll("a[href*='/espacios/ir']"));
        Assert.Equal($"{Spaces}?hecho=enlazado", (await here.SendAsync(answer, new() { ["Password"] = GivenPeople.Password })).Location);
        Assert.Single((await here.OpenAsync(Spaces)).Page.QuerySelectorAll("a[href*='/espacios/ir']"));
    }

    private static ComeOver SiteServices(IServiceProvider scope) => scope.GetRequiredService<ComeOver>();

    private async Task<Browser> LinkedAsync()
    {
        var here = await site.SignedInAsync(home.Slug, Role.Administrator);
        using var there = await site.SignedInAsync(other.Slug, Role.Evaluator);
        await LinkAsync(here, there);
        await AllowAsync(true);
        return here;
    }

    private async Task LinkAsync(Browser here, Browser there)
    {
        var half = await there.SendAsync(await AskAsync(here), new() { ["Password"] = GivenPeople.Password });
        var answer = new Uri(half.Page.QuerySelector("main a.button-main")!.GetAttribute("href")!).PathAndQuery;
        Assert.Equal($"{Spaces}?hecho=enlazado", (await here.SendAsync(answer, new() { ["Password"] = GivenPeople.Password })).Location);
    }

    private async Task<string> AskAsync(Browser here)
    {
        var (_, page) = await here.OpenAsync($"{Spaces}?lugar={other.Slug}");
        var link = Assert.Single(page.QuerySelectorAll("main a[href*='/cuenta/espacios/enlace']"));
        return new Uri(link.GetAttribute("href")!).PathAndQuery;
    }

    private static async Task<string> PassAsync(Browser here)
    {
        var (_, page) = await here.OpenAsync(Spaces);
        var go = page.QuerySelector("a[href*='/espacios/ir']")!.GetAttribute("href")!;
        return (await here.GetAsync(go)).Headers.Location!.PathAndQuery;
    }

    private Task AllowAsync(bool allows) => hub.AsAsync(other, scope => scope.GetRequiredService<ChangeAccountRules>().ExecuteAsync(allows, default));

    private static async Task AssertRefusedAsync(Browser browser, string pass)
    {
        Assert.Null((await browser.OpenAsync(pass)).Page.QuerySelector("main form[method=post]"));
        Assert.StartsWith("/cuenta/entrar", (await browser.GetAsync("/gestion")).Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
