using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>An administrator gives and ends roles.</summary>
public sealed class PeopleTests(ServedHub served) : InAPlace(served)
{

    [Fact]
    public async Task An_invitation_goes_by_letter_with_its_link()
    {
        using var browser = await AdministratorAsync();

        var wrong = await browser.SendAsync("/gestion/personas/invitar?funcion=Evaluator", new() { ["Email"] = "no es", ["Office"] = "Universidad" });
        var sent = await browser.SendAsync("/gestion/personas/invitar?funcion=Evaluator", new() { ["Email"] = "eva@uni.mx", ["Office"] = "Universidad" });
        var letter = Assert.Single(await hub.LettersAsync(durango));

        Assert.NotNull(wrong.Page.QuerySelector("#email-error"));
        Assert.Equal("Universidad", wrong.Page.QuerySelector("#office")?.GetAttribute("value"));
        Assert.Equal("/gestion/personas?hecho=invitada", sent.Location);
        Assert.Equal("eva@uni.mx", letter.Recipient);
        Assert.Contains($"https://{durango.Slug}.localhost/cuenta/invitacion/", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PlatformOperator")]
    [InlineData("Facilitator")]
    public async Task A_role_that_the_place_cannot_give_has_no_page(string role)
    {
        using var browser = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/gestion/personas/invitar?funcion={role}")).Status);
    }

    [Fact]
    public async Task An_ended_role_ends_at_the_next_request()
    {
        await hub.PersonAsync(durango, Role.Evaluator);
        using var evaluator = await site.SignedInAsync(durango.Slug, Role.Evaluator);
        using var browser = await AdministratorAsync();
        Assert.Equal(HttpStatusCode.OK, (await evaluator.OpenAsync("/gestion")).Status);

        var ended = await browser.SendAsync("/gestion/personas", new() { ["funcion"] = $"{await GrantAsync(Role.Evaluator)}" });

        Assert.Equal("/gestion/personas?hecho=terminada", ended.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.OpenAsync("/gestion")).Status);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        using var browser = await AdministratorAsync();

        var refused = await browser.SendAsync("/gestion/personas", new() { ["funcion"] = $"{await GrantAsync(Role.Administrator)}" });

        Assert.Contains("única persona", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/gestion/personas")).Status);
    }

    [Fact]
    public async Task Two_administrators_who_end_each_other_at_once_leave_one()
    {
        await hub.PersonAsync(durango, Role.Administrator, "otra@ejemplo.mx");
        var grants = await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().RoleGrants.Select(grant => grant.Id).ToListAsync());

        var outcomes = await Task.WhenAll(grants.Select(id => hub.AsAsync(durango, scope => scope.GetRequiredService<EndRole>().ExecuteAsync(id, default))));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Single(outcomes, outcome => outcome.Refusal == AccountRefusals.LastAdministrator);
    }

    [Fact]
    public async Task A_suspended_place_is_readable_and_takes_no_change()
    {
        using var browser = await AdministratorAsync();
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<SuspendTenant>().ExecuteAsync(durango.Slug, default));
        await using var later = new HubSite(hub);
        using var again = later.Browser(durango.Slug, browser.Cookies);

        var refused = await again.SendAsync("/gestion/personas/invitar?funcion=Evaluator", new() { ["Email"] = "eva@uni.mx", ["Office"] = "Universidad" });

        Assert.Equal(HttpStatusCode.OK, (await again.OpenAsync("/gestion")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("Este espacio está suspendido", refused.Page.QuerySelector("h1")?.TextContent);
        Assert.Empty(await hub.LettersAsync(durango));
    }

    private Task<Guid> GrantAsync(Role role) => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().RoleGrants.Where(grant => grant.Role == role).Select(grant => grant.Id).SingleAsync());
}
