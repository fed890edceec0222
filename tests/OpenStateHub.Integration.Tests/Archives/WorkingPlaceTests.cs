using System.Diagnostics;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Backup;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Archives;

/// <summary>An export stops nobody, and a killed import is as if it had never been.</summary>
[WaitsForProcesses]
public sealed class WorkingPlaceTests(PostgresServer server) : IAsyncLifetime
{
    private const int Kept = 20, FileSize = 100_000;
    private readonly string folder = Directory.CreateTempSubdirectory("hub-archive-").FullName;
    private readonly TestHub hub = new(server);
    private readonly Random random = new(Stress.Seed);
    private Tenant place = null!;

    private string Archive => Path.Combine(folder, "durango.zip");

    public async ValueTask InitializeAsync()
    {
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        await hub.InitializeAsync();
        place = await hub.WithAFileAsync("durango");
    }

    [Fact]
    public async Task A_chain_that_grows_meanwhile_is_whole_in_the_archive_and_public_acts_elsewhere_go_on()
    {
        var other = await hub.WithAFileAsync("morelos");
        await hub.ActAsync(place, "La primera");
        using var enough = new CancellationTokenSource();
        var writing = new[] { place, other }.Select(at => Task.Run(() => WriteAsync(at, enough.Token))).ToList();

        for (var round = 0; round < Stress.Rounds(full: 20); round++)
        {
            var archive = Path.Combine(folder, $"{round}.zip");
            var manifest = await hub.ExportAsync("durango", archive);
            var (slug, _, _) = await hub.ImportAsync(archive, $"copia-{round}");
            Assert.Equal(
                $"{manifest.Ledger.Sequence} {manifest.Ledger.Hash}",
                await hub.AskAsync($"select max(sequence) || ' ' || (array_agg(hash order by sequence desc))[1] from ledger_entries e join tenants t on t.id = e.tenant_id where slug = '{slug}'"));
            Assert.Contains("all as they were recorded", await hub.RunAsync(0, "ledger", "verify", "--tenant", slug), StringComparison.Ordinal);
        }

        Assert.All(writing, task => Assert.False(task.IsCompleted, task.Exception?.ToString()));
        await enough.CancelAsync();
        await Task.WhenAll(writing);
    }

    private async Task WriteAsync(Tenant at, CancellationToken enough)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            await hub.ActAsync(at, $"Organización {number}");
        }
    }

    [Fact]
    public async Task A_killed_import_leaves_no_half_tenant_and_can_be_repeated()
    {
        for (var number = 0; number < Kept; number++)
        {
            var content = new byte[FileSize];
            random.NextBytes(content);
            await hub.KeepAsync(place, content);
            await hub.ActAsync(place, $"Organización {number}");
        }

        var manifest = await hub.ExportAsync("durango", Archive);
        var before = await hub.FootprintAsync();
        var watch = Stopwatch.StartNew();
        await hub.RunAsync(0, "tenants", "import-archive", Archive, "--as", "entera");
        var (took, killed) = (watch.Elapsed, 0);
        Assert.NotEqual(before, before = await hub.FootprintAsync());

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            var slug = $"copia-{round}";
            await HubProcess.KillAsync(GivenArchives.SettingsOf(hub), random.NextDouble() * took, "tenants", "import-archive", Archive, "--as", slug);

            // The server may take a moment to notice that nobody listens any more.
            await Eventually.IsAsync(TimeSpan.FromSeconds(20), async () => await hub.SweepFoldersAsync() is not null);

            if (await hub.AskAsync($"select count(*) from tenants where slug = '{slug}'") == "0")
            {
                Assert.Equal(before, await hub.FootprintAsync());
                await hub.RunAsync(0, "tenants", "import-archive", Archive, "--as", slug);
                killed++;
            }

            var copy = await hub.FindAsync(slug);
            Assert.Equal(manifest.Ledger.Hash, await hub.AskAsync($"select hash from ledger_heads where tenant_id = '{copy.Id}'"));
            Assert.Equal(manifest.Files.Count, Directory.GetFiles(Path.Combine(hub.DataFolder, "files", copy.Id.ToString()), "*", SearchOption.AllDirectories).Length);
            before = await hub.FootprintAsync();
        }

        TestContext.Current.SendDiagnosticMessage($"{killed} of {Stress.Rounds(full: 50)} imports were killed before their rows counted.");
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
