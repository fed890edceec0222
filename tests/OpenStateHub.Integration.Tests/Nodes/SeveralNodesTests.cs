using System.Diagnostics;
using System.Net;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Backup;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>Any request on any node: nobody notices which of them answered.</summary>
public sealed class SeveralNodesTests(TwoNodes hub) : IClassFixture<TwoNodes>
{
    private const string AddName = "/gestion/ajustes/nombres/agregar", Public = "/secretariado";

    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_form_of_one_node_is_sent_to_the_other()
    {
        var jar = new CookieContainer();
        using var here = hub.Cluster.Nodes[0].Browser("durango", jar);
        using var there = hub.Cluster.Nodes[1].Browser("durango", jar);
        using var front = hub.Cluster.Front.Browser("durango", jar);

        var door = await FormAsync(here, "/cuenta/entrar", new() { ["Email"] = GivenPeople.EmailOf(Role.Administrator), ["Password"] = GivenPeople.Password });
        Assert.Equal(HttpStatusCode.Redirect, (await there.PostAsync("/cuenta/entrar", door)).Status);

        var name = await FormAsync(there, AddName, Name("De un nodo al otro"));
        Assert.EndsWith("hecho=guardado", (await here.PostAsync(AddName, name)).Location, StringComparison.Ordinal);

        // By turns, as the proxy chooses.
        for (var time = 0; time < 4; time++)
        {
            Assert.EndsWith("hecho=guardado", (await front.SendAsync(AddName, Name($"Por turnos {time}"))).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kept_page_shows_a_change_within_a_second_on_each_node()
    {
        using var nodes = new Readers(hub.Cluster);

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            await nodes.AreKeepingAsync();
            var name = $"Cambiado {round} {Guid.CreateVersion7()}";
            await ChangeAsync(name);
            await nodes.ShowAsync(name);
        }
    }

    [Fact]
    public async Task A_lost_connection_for_changes_leaves_nothing_stale()
    {
        using var nodes = new Readers(hub.Cluster);

        for (var round = 0; round < Stress.Rounds(full: 20); round++)
        {
            await nodes.AreKeepingAsync();
            Assert.Equal(2, await ListenersAsync("count(pg_terminate_backend(pid))"));

            // Again and again while nobody hears, with readers that would keep what they are shown.
            for (var change = 0; change < 4; change++)
            {
                var name = $"Sin oir {round} {change} {Guid.CreateVersion7()}";
                await ChangeAsync(name);
                await nodes.ShowAsync(name);
            }

            await Eventually.IsAsync(Patience, async () => await ListenersAsync("count(*)") == 2);
        }
    }

    [Fact]
    public async Task A_client_cannot_claim_another_host()
    {
        using var client = hub.Cluster.Front.At("durango");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "morelos.localhost");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await client.GetAsync("/");

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("durango", page, StringComparison.Ordinal);
        Assert.DoesNotContain("morelos", page, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static Dictionary<string, string> Name(string name) => new() { ["Subject"] = nameof(NameSubject.LegalBasis), ["Name"] = name };

    private static async Task<Dictionary<string, string>> FormAsync(Browser browser, string path, Dictionary<string, string> values)
    {
        var fields = Browser.FieldsOf((await browser.OpenAsync(path)).Page.QuerySelector("main form[method=post]")!);

        foreach (var (field, value) in values)
        {
            fields[field] = value;
        }

        return fields;
    }

    private Task ChangeAsync(string name) => hub.ActAsync(hub.Place, name);

    private async Task<long> ListenersAsync(string what)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand($"select {what} from pg_stat_activity where datname = current_database() and application_name = 'hub changes'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Somebody at each node who reads the same public page.</summary>
    private sealed class Readers(Cluster cluster) : IDisposable
    {
        private readonly HttpClient[] clients = [.. cluster.Nodes.Select(node => node.At("durango"))];

        /// <summary>Until each node answers with a page that it kept.</summary>
        public Task AreKeepingAsync() => Task.WhenAll(clients.Select(client => Eventually.IsAsync(Patience, async () =>
        {
            using var answer = await client.GetAsync(Public);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer.Headers.Age is not null;
        })));

        /// <summary>Fails where a node does not after a second.</summary>
        public Task ShowAsync(string text) => Task.WhenAll(clients.Select(async client =>
        {
            var watch = Stopwatch.StartNew();

            while (!(await client.GetStringAsync(Public)).Contains(text, StringComparison.Ordinal))
            {
                Assert.True(watch.Elapsed < ASecond, $"A node does not show '{text}' after a second.");
            }
        }));

        public void Dispose() => Array.ForEach(clients, client => client.Dispose());
    }
}
