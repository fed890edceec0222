using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tenancy;

/// <summary>What the command line does to the catalogue.</summary>
[WaitsForProcesses]
public sealed class CommandLineTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_state_is_added_suspended_and_listed()
    {
        Assert.Equal(0, (await RunAsync("tenants", "add", "--slug", "durango", "--name", "Durango", "--kind", "State")).Exit);
        Assert.Equal(0, (await RunAsync("tenants", "suspend", "durango")).Exit);
        var (exit, output) = await RunAsync("tenants", "list", "--status", "Suspended");

        Assert.Equal(0, exit);
        Assert.Contains("Suspended 10", output, StringComparison.Ordinal);
        Assert.Equal("America/Monterrey", (await hub.FindAsync("durango")).TimeZone);
    }

    [Fact]
    public async Task The_reference_lists_the_32_states_and_repeats()
    {
        var (first, added) = await RunAsync("seed", "reference");
        var (second, kept) = await RunAsync("seed", "reference");

        Assert.Equal((0, 0), (first, second));
        Assert.Contains("32 states added", added, StringComparison.Ordinal);
        Assert.Contains("32 as before", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_country_comes_in_and_shows_its_progress()
    {
        var file = Repository.PathOf("..", "shared", "data", "inegi-municipios.csv");
        Assert.SkipUnless(File.Exists(file), "INEGI's catalogue is not in ../shared/data/inegi-municipios.csv.");

        var (exit, output) = await RunAsync("tenants", "import", file);

        Assert.Equal(0, exit);
        Assert.Contains("2510 places added", output, StringComparison.Ordinal);
        Assert.Contains("Places: 2510 of 2510", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_left_out_is_named_and_the_exit_code_tells()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "CVEGEO,CVE_ENT,CVE_MUN,NOM_MUN,POB_TOTAL\n10005,10,005,Durango,many\n10007,10,007,Gómez Palacio,372750\n");

        var (exit, output) = await RunAsync("tenants", "import", file);

        File.Delete(file);
        Assert.Equal(1, exit);
        Assert.Contains("line 2 left out: the population 'many'", output, StringComparison.Ordinal);
        Assert.Equal("10007", (await hub.FindAsync("gomez-palacio-dgo")).InegiCode);
    }

    [Theory]
    [InlineData("nowhere", "hub_owner")]
    [InlineData("postgres", "nobody_here")]
    public async Task A_database_or_role_that_does_not_exist_is_one_sentence(string database, string role)
    {
        var (exit, output) = await HubProcess.RunAsync(PostgresServer.ConnectionString(database, role), "migrate");

        Assert.Equal(1, exit);
        Assert.StartsWith("The database cannot be reached: ", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    private Task<(int Exit, string Output)> RunAsync(params string[] arguments) => HubProcess.RunAsync(hub.OwnerConnection, arguments);
}
