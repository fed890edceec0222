using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>People with a role, made by the commands that the pages use.</summary>
internal static class GivenPeople
{
    public const string Password = "una frase que solo yo diría";

    public static string EmailOf(Role role) => $"{role}@ejemplo.mx".ToLowerInvariant();

    /// <summary>An administrator has put the guide of the start aside: their home is what waits for them.</summary>
    public static Task PersonAsync(this TestHub hub, Tenant place, Role role, string? email = null) => hub.AsAsync(place, async scope =>
    {
        Assert.Null(await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(
            new AcceptInvitation.Input(await InviteAsync(scope, role, email), $"Persona {role}", Password, AcceptsNotice: true), default));

        if (role is Role.Administrator)
        {
            await scope.GetRequiredService<SkipStep>().ExecuteAsync(null, default);
        }
    });

    public static string EmailOf(Sector sector) => $"{sector}@ejemplo.mx".ToLowerInvariant();

    /// <summary>Somebody who can sign in for each seat: of a secretariat of one a sector.</summary>
    public static Task SeatedAsync(this TestHub hub, Tenant place) => hub.AsAsync(place, async scope =>
    {
        foreach (var seat in await scope.GetRequiredService<HubDbContext>().Seats.AsNoTracking().ToListAsync())
        {
            var made = "";
            Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
                new() { Email = EmailOf(seat.Sector), Role = Role.SecretariatMember, ScopeId = seat.Id },
                token =>
                {
                    made = token;
                    return null;
                },
                default));
            Assert.Null(await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new(made, "Persona", Password, AcceptsNotice: true), default));
        }
    });

    public static Task<string> InvitationAsync(this TestHub hub, Tenant place, Role role, string? email = null) =>
        hub.AsAsync(place, scope => InviteAsync(scope, role, email));

    public static async Task<(Guid Person, string Token)> ResetAsync(this TestHub hub, Tenant place, string email)
    {
        var found = (Guid.Empty, "");
        await hub.AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<RequestReset>().ExecuteAsync(
            email,
            (person, token) =>
            {
                found = (person, token);
                return null;
            },
            default)));
        return found;
    }

    public static Task<Refusal?> AcceptAsync(this TestHub hub, Tenant place, string token) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new AcceptInvitation.Input(token, "Ana", Password, AcceptsNotice: true), default));

    public static Task<List<ListQueuedMail.Row>> LettersAsync(this TestHub hub, Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<ListQueuedMail>().ExecuteAsync(default));

    /// <param name="slug">The place; null for the national one.</param>
    public static Browser Browser(this HubSite site, string? slug, CookieContainer? cookies = null)
    {
        var jar = cookies ?? new CookieContainer();
        return new Browser(site.CreateDefaultClient(new Uri(slug is null ? "https://localhost" : $"https://{slug}.localhost"), new CookieContainerHandler(jar)), jar);
    }

    public static Task<Browser.Answer> SignInAsync(this Browser browser, string email, string password = Password, string path = "/cuenta/entrar") =>
        browser.SendAsync(path, new() { ["Email"] = email, ["Password"] = password });

    public static async Task<Browser> SignedInAsync(this HubSite site, string? slug, Role role)
    {
        var browser = site.Browser(slug);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(EmailOf(role))).Status);
        return browser;
    }

    private static async Task<string> InviteAsync(IServiceProvider scope, Role role, string? email)
    {
        var made = "";
        var clock = scope.GetRequiredService<TimeProvider>();
        var input = new InvitePerson.Input
        {
            Email = email ?? EmailOf(role),
            Role = role,
            ScopeId = role.IsOnOneThing() ? Guid.CreateVersion7() : null,
            UntilOn = role is Role.ActivityOwner ? scope.GetRequiredService<TenantContext>().Current.Today(clock).AddDays(30) : null,
            Office = "Oficina de prueba",
        };
        Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            input,
            token =>
            {
                made = token;
                return null;
            },
            default));
        return made;
    }
}
