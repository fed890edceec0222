using System.Net;
using Npgsql;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Isolation;

namespace OpenStateHub.Integration.Tests.Backup;

/// <summary>The restore drill: a hub is backed up, brought back elsewhere, and is the same to whoever reads it.</summary>
public sealed class DrillTests(DemoHub hub, PostgresServer server) : IClassFixture<DemoHub>, IDisposable
{
    private static readonly (string? Slug, string Path)[] Pages =
    [
        (null, "/"), (null, "/?fecha=2015-10-27"), (null, "/entidades"), (null, "/entidades/durango"), (null, "/indicadores/commitments.total"),
        ("durango", "/"), ("durango", "/compromisos"), ("durango", "/plan"), ("durango", "/secretariado"), ("durango", "/historial"), ("morelos", "/"),
        (null, "/api/v1/metrics?asOf=2015-09-01"), (null, "/api/v1/metrics?asOf=2015-10-27"), (null, "/api/v1/metrics"),
        ("durango", "/api/v1/ledger"), ("durango", "/api/v1/commitments"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("hub-backup-").FullName;

    [Fact]
    public async Task A_restored_hub_shows_the_same_figures_pages_history_and_files()
    {
        var (shown, hidden) = (GivenFiles.Pdf("acta"), GivenFiles.Pdf("borrador"));
        var pages = await FilledAsync(shown, hidden);
        var (_, manifest) = await hub.BackUpAsync(folder);

        await using var restored = new TestHub(server);
        await restored.InitializeAsync();
        restored.Clock.Now = hub.Clock.Now;
        var (exit, said) = await restored.RestoreAsync(folder);

        Assert.True(exit == 0, said);
        Assert.Contains("all as they were recorded", said, StringComparison.Ordinal);
        Assert.Equal(2, manifest.Files.Count);
        Assert.NotEmpty(manifest.LedgerHeads);
        await IsTheSameAsync(restored, manifest);
        await TheWallStandsAsync(restored);

        await using var site = new HubSite(restored);
        Assert.All(pages.Zip(await ReadAsync(site)), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Contains("\"value\":13", pages[Array.FindIndex(Pages, page => page.Path.EndsWith("2015-10-27", StringComparison.Ordinal) && page.Path.StartsWith("/api", StringComparison.Ordinal))], StringComparison.Ordinal);
        using var anybody = site.At("durango");
        Assert.Equal(shown, await anybody.GetByteArrayAsync(GivenFiles.Address(shown, "acta.pdf")));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(GivenFiles.Address(hidden, "borrador.pdf"))).StatusCode);
        using var administrator = site.Browser("durango");
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SignInAsync("admin@durango.example", DemoHub.Password)).Status);
        Assert.Equal(hidden, await administrator.Client.GetByteArrayAsync(GivenFiles.Address(hidden, "borrador.pdf")));
    }

    private async Task<List<string>> FilledAsync(byte[] shown, byte[] hidden)
    {
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("admin@durango.example", DemoHub.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(("acta.pdf", shown), ("borrador.pdf", hidden))).Status);
        await hub.PublishAsync(await hub.FindAsync("durango"), shown);
        return await ReadAsync(site);
    }

    [Fact]
    public async Task Numbers_that_the_database_gives_go_on_where_they_ended()
    {
        const string Numbered = "create table numbered (id bigint generated always as identity primary key, what text, twice text generated always as (what || what) stored)";
        await using var numbered = new TestHub(server);
        await numbered.InitializeAsync();
        await RunAsync(numbered.OwnerConnection, $"{Numbered}; insert into numbered (what) values ('a'), ('b'), ('c'); delete from numbered where what = 'c'");
        await numbered.BackUpAsync(folder);
        await using var restored = new TestHub(server);
        await restored.InitializeAsync();
        await RunAsync(restored.OwnerConnection, Numbered);
        var (exit, said) = await restored.RestoreAsync(folder);

        Assert.True(exit == 0, said);
        await RunAsync(restored.OwnerConnection, "insert into numbered (what) values ('d')");
        Assert.Equal("1 aa, 2 bb, 4 dd", await RunAsync(restored.OwnerConnection, "select string_agg(id || ' ' || twice, ', ' order by id) from numbered"));
    }

    /// <summary>Copied again, the restored tables give the same bytes.</summary>
    private static async Task IsTheSameAsync(TestHub restored, BackupManifest manifest)
    {
        var again = Directory.CreateTempSubdirectory("hub-backup-").FullName;

        try
        {
            var (_, second) = await restored.BackUpAsync(again);
            Assert.Equal(manifest.Tables, second.Tables);
            Assert.Equal(manifest.Files.Items, second.Files.Items);
            Assert.Equal<LedgerAnchor>(manifest.LedgerHeads, second.LedgerHeads);
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
    }

    private static async Task TheWallStandsAsync(TestHub restored)
    {
        await using var connection = new NpgsqlConnection(restored.AdminConnection);
        await connection.OpenAsync();
        Assert.Empty(await WallInspector.FindingsAsync(connection));
        Assert.Equal("0 0", await RunAsync(
            restored.AdminConnection,
            "select (select count(*) from pg_trigger where tgenabled <> 'O') || ' ' || (select count(*) from pg_constraint where contype = 'f' and condeferrable)"));
    }

    private static async Task<string?> RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<List<string>> ReadAsync(HubSite site)
    {
        var found = new List<string>();

        foreach (var (slug, path) in Pages)
        {
            using var client = site.At(slug);
            found.Add(await client.GetStringAsync(path));
        }

        return found;
    }
}
