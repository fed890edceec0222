using System.Net;
using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>People of the national tenant, each test its own.</summary>
internal static class GivenNation
{
    public static async Task<Browser> InTheNationAsync(this ServedHub hub, Role role)
    {
        var email = $"{Guid.CreateVersion7():N}@ejemplo.mx";
        await hub.PersonAsync(await hub.NationalAsync(), role, email);
        var browser = hub.Site.Browser(null);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(email)).Status);
        return browser;
    }
}
