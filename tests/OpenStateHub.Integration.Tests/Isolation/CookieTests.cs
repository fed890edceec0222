using System.Net;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>All hosts share the protection keys, so a cookie is readable at each: only its own place may believe it.</summary>
public sealed class CookieTests(ServedHub hub) : IClassFixture<ServedHub>
{
    [Fact]
    public async Task A_cookie_copied_to_another_place_is_refused_there()
    {
        await hub.PersonAsync(await hub.PlaceAsync("durango"), Role.Administrator);
        await hub.PersonAsync(await hub.PlaceAsync("morelos"), Role.Administrator);
        using var durango = await hub.Site.SignedInAsync("durango", Role.Administrator);
        using var morelos = hub.Site.Browser("morelos");

        foreach (Cookie cookie in durango.Cookies.GetCookies(durango.Home))
        {
            morelos.Cookies.Add(morelos.Home, new Cookie(cookie.Name, cookie.Value));
        }

        Assert.Equal(HttpStatusCode.OK, (await durango.OpenAsync("/gestion")).Status);
        Assert.Equal("/cuenta/entrar?volver=%2Fgestion", (await morelos.GetAsync("/gestion")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_person_of_one_place_is_nobody_at_another()
    {
        await hub.PersonAsync(await hub.PlaceAsync("tabasco"), Role.Administrator);
        await hub.PlaceAsync("sonora");
        using var sonora = hub.Site.Browser("sonora");

        Assert.Equal(HttpStatusCode.OK, (await sonora.SignInAsync(GivenPeople.EmailOf(Role.Administrator))).Status);
    }

    [Fact]
    public async Task Links_work_at_their_own_place_only()
    {
        var jalisco = await hub.PlaceAsync("jalisco");
        await hub.PlaceAsync("colima");
        await hub.PersonAsync(jalisco, Role.Administrator);
        var invitation = AccountPaths.Invitation(await hub.InvitationAsync(jalisco, Role.Evaluator));
        var (person, token) = await hub.ResetAsync(jalisco, GivenPeople.EmailOf(Role.Administrator));
        using var colima = hub.Site.Browser("colima");
        using var home = hub.Site.Browser("jalisco");

        Assert.Equal(HttpStatusCode.NotFound, (await colima.OpenAsync(invitation)).Status);
        Assert.NotEmpty((await colima.SendAsync(AccountPaths.Reset(person, token), new() { ["Password"] = "una frase cualquiera más" })).Errors);
        Assert.Equal(HttpStatusCode.OK, (await home.OpenAsync(invitation)).Status);
    }
}
