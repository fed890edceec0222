using System.Reflection;
using OpenStateHub.Cli;
using OpenStateHub.Core;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tenancy;

/// <summary>What the command line says when it does nothing.</summary>
public sealed class CommandLineRefusalsTests(TestHub hub) : IClassFixture<TestHub>
{
    public static TheoryData<int, string[]> Refused => new()
    {
        { 1, ["tenants", "activate", "nowhere"] },
        { 1, ["tenants", "import", "/nowhere.csv"] },
        { 1, ["tenants", "add", "--slug", "www", "--name", "X", "--kind", "State"] },
        { 1, ["mail", "limit", "--tenant", "nowhere", "--per-hour", "5"] },
        { 1, ["mail", "limit", "--tenant", "inai", "--per-hour", "0"] },
        { 2, ["mail", "limit", "--per-hour", "5"] },
        { 2, ["tenants", "activate"] },
        { 2, ["tenants", "activate", "durango", "--all"] },
        { 2, ["tenants", "add", "--slug", "x"] },
        { 2, ["tenants", "list", "--kind", "99"] },
        { 2, ["tenants", "list", "--status", "Nowhere"] },
        { 2, ["tenants"] },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_refusal_is_1_and_wrong_usage_is_2_each_with_a_sentence(int expected, string[] arguments)
    {
        var (exit, output) = await HubProcess.RunAsync(hub.OwnerConnection, arguments);

        Assert.Equal(expected, exit);
        Assert.NotEmpty(output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_one_sentence()
    {
        var (exit, output) = await HubProcess.RunAsync("Host=/nowhere;Database=hub;Username=hub_owner", "tenants", "list");

        Assert.Equal(1, exit);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var refusals = new[] { typeof(TenantRefusals), typeof(PlaceRefusals) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (Refusal)field.GetValue(null)!);

        Assert.All(refusals, refusal => Assert.NotEmpty(Sentences.Of(refusal)));
    }
}
