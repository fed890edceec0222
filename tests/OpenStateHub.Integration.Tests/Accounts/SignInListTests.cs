using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>Where somebody is signed in, and how it ends: at once.</summary>
public sealed class SignInListTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private const string List = "/cuenta/sesiones";

    private static readonly string Email = GivenPeople.EmailOf(Role.Administrator);

    private readonly HubSite site = hub.Site;
    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        place = await hub.NewPlaceAsync();
        await hub.PersonAsync(place, Role.Administrator);
    }

    [Fact]
    public async Task A_session_ended_elsewhere_opens_nothing_from_the_next_request_on()
    {
        using var here = await site.SignedInAsync(place.Slug, Role.Administrator);
        using var telephone = await site.SignedInAsync(place.Slug, Role.Administrator);
        using var library = await site.SignedInAsync(place.Slug, Role.Administrator);

        Assert.Equal(3, (await here.OpenAsync(List)).Page.QuerySelectorAll(".session-list > li").Length);
        Assert.Equal(HttpStatusCode.OK, (await telephone.OpenAsync("/gestion")).Status);

        Assert.Equal($"{List}?hecho=otras", (await here.SendAsync(List, [], "form[action*=Others]")).Location);

        Assert.Equal(HttpStatusCode.Redirect, (await telephone.OpenAsync("/gestion")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await library.OpenAsync("/gestion")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.OpenAsync("/gestion")).Status);
    }

    [Fact]
    public async Task Nobody_ends_somebody_elses_session()
    {
        await hub.PersonAsync(place, Role.Evaluator);
        using var evaluator = await site.SignedInAsync(place.Slug, Role.Evaluator);
        using var administrator = await site.SignedInAsync(place.Slug, Role.Administrator);
        var theirs = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().SignIns
            .Where(s => scope.GetRequiredService<HubDbContext>().Users.Any(u => u.Id == s.UserId && u.Email == Email)).Select(s => s.Id).SingleAsync());
        using var second = await site.SignedInAsync(place.Slug, Role.Evaluator);

        Assert.Equal(HttpStatusCode.NotFound, (await evaluator.SendAsync(List, new() { ["sesion"] = theirs.ToString() })).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.OpenAsync("/gestion")).Status);
    }

    [Fact]
    public async Task Signing_out_leaves_no_row_and_a_copied_cookie_is_worth_nothing()
    {
        using var browser = await site.SignedInAsync(place.Slug, Role.Administrator);
        using var copy = site.Browser(place.Slug);
        copy.Cookies.Add(browser.Cookies.GetCookies(browser.Home));
        Assert.Equal(HttpStatusCode.OK, (await copy.OpenAsync("/gestion")).Status);

        await browser.SendAsync("/gestion", [], ".masthead-out");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.OpenAsync("/gestion")).Status);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_role_that_ended_opens_nothing_from_the_next_request_on()
    {
        await hub.PersonAsync(place, Role.Administrator, "otra@ejemplo.mx");
        using var leaving = await site.SignedInAsync(place.Slug, Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await leaving.OpenAsync("/gestion/personas")).Status);

        await hub.AsAsync(place, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            var grant = await db.RoleGrants.Where(g => db.Users.Any(u => u.Id == g.UserId && u.Email == Email)).Select(g => g.Id).SingleAsync();
            Assert.Null((await scope.GetRequiredService<EndRole>().ExecuteAsync(grant, default)).Refusal);
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await leaving.OpenAsync("/gestion/personas")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leaving.OpenAsync("/gestion")).Status);
        Assert.Contains("Oficina de prueba", await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().RoleGrants.Select(g => g.Office!).ToListAsync()));
    }

    [Fact]
    public async Task What_ended_by_itself_is_forgotten_at_night()
    {
        using var browser = await site.SignedInAsync(place.Slug, Role.Administrator);

        await hub.AsAsync(place, scope => scope.GetRequiredService<PruneSignIns>().ExecuteAsync(default));
        Assert.Equal(1, await CountAsync());

        await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().SignIns.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.BeganAt, hub.Clock.Now.AddDays(-2)).SetProperty(s => s.SeenAt, hub.Clock.Now.AddDays(-1))));
        await hub.AsAsync(place, scope => scope.GetRequiredService<PruneSignIns>().ExecuteAsync(default));
        Assert.Equal(0, await CountAsync());
    }

    private Task<int> CountAsync() => hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().SignIns.CountAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
