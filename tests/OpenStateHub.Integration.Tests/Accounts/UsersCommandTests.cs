using System.Net;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>The first administrator of a place comes in by the link that the operator prints.</summary>
[WaitsForProcesses]
public sealed class UsersCommandTests(TestHub hub) : IClassFixture<TestHub>
{
    private const string New = "una frase recién pensada";

    [Fact]
    public async Task The_printed_links_open_the_place()
    {
        var (added, output) = await HubProcess.RunAsync(
            hub.OwnerConnection, "tenants", "add", "--slug", "durango", "--name", "Durango", "--kind", "State", "--admin-email", "admin@durango.mx");
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");
        var accepted = await browser.SendAsync(PathIn(output), new() { ["Name"] = "Ana", ["Password"] = "la primera frase de Ana", ["Accepts"] = "true" });

        var (reset, printed) = await HubProcess.RunAsync(hub.OwnerConnection, "users", "reset", "--tenant", "durango", "--email", "admin@durango.mx");
        var changed = await browser.SendAsync(PathIn(printed), new() { ["Password"] = New });

        Assert.Equal((0, 0), (added, reset));
        Assert.Equal(HttpStatusCode.Redirect, accepted.Status);
        Assert.Equal(HttpStatusCode.Redirect, changed.Status);
        Assert.Equal("/gestion", (await browser.SignInAsync("admin@durango.mx", New)).Location);
    }

    [Theory]
    [InlineData("users", "invite", "--tenant", "nowhere", "--email", "a@b.mx", "--role", "Administrator")]
    [InlineData("users", "invite", "--tenant", "inai", "--email", "nobody", "--role", "Administrator")]
    [InlineData("users", "invite", "--tenant", "inai", "--email", "a@b.mx", "--role", "SecretariatMember")]
    [InlineData("users", "reset", "--tenant", "inai", "--email", "nobody@b.mx")]
    public async Task A_refusal_is_a_sentence(params string[] arguments)
    {
        var (exit, output) = await HubProcess.RunAsync(hub.OwnerConnection, arguments);

        Assert.Equal(1, exit);
        Assert.Single(output.Trim().Split('\n'));
    }

    private static string PathIn(string output) =>
        new Uri(output.Split('\n').Single(line => line.StartsWith("http://durango.localhost:8080/", StringComparison.Ordinal))).PathAndQuery;
}
