using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>Invitations and reset links: once, in time, with a password that holds.</summary>
public sealed class LinkTests(PostgresServer server) : IAsyncLifetime
{
    private const string New = "una frase recién pensada";

    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    [Fact]
    public async Task An_invitation_makes_an_account_once()
    {
        var place = await hub.PlaceAsync("durango");
        var path = AccountPaths.Invitation(await hub.InvitationAsync(place, Role.Evaluator));
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");

        var weak = await browser.SendAsync(path, new() { ["Name"] = "Ana", ["Password"] = "Password123456", ["Accepts"] = "true" });
        var nameless = await browser.SendAsync(path, new() { ["Name"] = "", ["Password"] = New, ["Accepts"] = "true" });
        var unread = await browser.SendAsync(path, new() { ["Name"] = "Ana", ["Password"] = New });
        var made = await browser.SendAsync(path, new() { ["Name"] = "Ana", ["Password"] = New, ["Accepts"] = "true" });

        Assert.NotNull(weak.Page.QuerySelector("#password-error"));
        Assert.Equal("Ana", weak.Page.QuerySelector("#name")?.GetAttribute("value"));
        Assert.NotNull(nameless.Page.QuerySelector("#name-error"));
        Assert.NotNull(unread.Page.QuerySelector("#accepts-error"));
        Assert.Contains("Oficina de prueba", unread.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cuenta/entrar?hecho=aceptada", made.Location);
        Assert.Equal(1, await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().NoticeAcceptances.CountAsync(a => a.Purpose == NoticePurpose.Account)));
        Assert.Equal(HttpStatusCode.Gone, (await browser.OpenAsync(path)).Status);
        Assert.Equal("/gestion", (await browser.SignInAsync(GivenPeople.EmailOf(Role.Evaluator), New)).Location);
    }

    [Fact]
    public async Task An_invitation_adds_a_role_to_the_account_that_the_address_has()
    {
        var place = await hub.PlaceAsync("durango");
        var email = GivenPeople.EmailOf(Role.Evaluator);
        await hub.PersonAsync(place, Role.Evaluator, email);
        var path = AccountPaths.Invitation(await hub.InvitationAsync(place, Role.Administrator, email));
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");

        Assert.Null((await browser.OpenAsync(path)).Page.QuerySelector("#password"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(path, new() { ["Accepts"] = "true" })).Status);
        await browser.SignInAsync(email);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/gestion/personas")).Status);
    }

    [Fact]
    public async Task An_invitation_expires_after_a_week()
    {
        var place = await hub.PlaceAsync("durango");
        var path = AccountPaths.Invitation(await hub.InvitationAsync(place, Role.Evaluator));
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");

        hub.Clock.Now += Invitation.Lifetime;

        Assert.Equal(HttpStatusCode.Gone, (await browser.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task A_link_opened_twice_at_once_works_once()
    {
        var place = await hub.PlaceAsync("durango");
        var token = await hub.InvitationAsync(place, Role.Evaluator);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hub.AcceptAsync(place, token)));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.Equal(AccountRefusals.InvitationUsed, outcome));
    }

    [Fact]
    public async Task A_reset_link_arrives_by_letter_and_works_once()
    {
        var place = await hub.PlaceAsync("durango");
        var email = GivenPeople.EmailOf(Role.Administrator);
        await hub.PersonAsync(place, Role.Administrator);
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");

        var unknown = await browser.SendAsync("/cuenta/olvide", new() { ["Email"] = "nadie@ejemplo.mx" });
        var known = await browser.SendAsync("/cuenta/olvide", new() { ["Email"] = email });
        var letter = Assert.Single(await hub.LettersAsync(place));
        var link = letter.Text.Split('\n').Single(line => line.StartsWith("https://durango.localhost/cuenta/restablecer?", StringComparison.Ordinal));

        Assert.Equal(unknown.Location, known.Location);
        Assert.Equal(email, letter.Recipient);
        Assert.Equal("/cuenta/entrar?hecho=restablecida", (await browser.SendAsync(link, new() { ["Password"] = New })).Location);
        Assert.NotEmpty((await browser.SendAsync(link, new() { ["Password"] = "una frase del que llega tarde" })).Errors);
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync(email)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(email, New)).Status);
    }

    [Fact]
    public async Task Letters_are_shown_only_where_nobody_receives_them()
    {
        await using var site = new HubSite(hub);
        using var browser = site.Browser(null);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/desarrollo/correo")).Status);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
