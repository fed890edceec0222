using System.Diagnostics;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Backup;

/// <summary>Killed with -9 in the middle, neither a backup nor a restore leaves anything that could be taken for whole.</summary>
[WaitsForProcesses]
public sealed class KilledBackupTests(PostgresServer server) : IAsyncLifetime
{
    private const int Kept = 40, FileSize = 200_000, Organizations = 100;
    private readonly string folder = Directory.CreateTempSubdirectory("hub-backup-").FullName;
    private readonly TestHub hub = new(server);
    private readonly Random random = new(Stress.Seed);
    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        await hub.InitializeAsync();
        place = await hub.WithAFileAsync("durango");

        for (var number = 0; number < Kept; number++)
        {
            var content = new byte[FileSize];
            random.NextBytes(content);
            await hub.KeepAsync(place, content);
        }

        for (var number = 0; number < Organizations; number++)
        {
            await hub.ActAsync(place, $"Organización {number}");
        }
    }

    [Fact]
    public async Task A_killed_backup_is_never_a_copy_and_the_next_one_is()
    {
        var took = await TimeOfAsync(() => hub.BackUpAsync(folder));
        var killed = 0;

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            Directory.Delete(Path.Combine(folder, "files"), recursive: true);
            Directory.GetDirectories(folder).ToList().ForEach(copy => Directory.Delete(copy, recursive: true));
            killed += await HubProcess.KillAsync(GivenBackups.SettingsOf(hub), random.NextDouble() * took, "backup", folder) ? 1 : 0;

            foreach (var whole in GivenBackups.CopiesIn(folder))
            {
                await IsWholeAsync(whole);
            }

            // The lock of the killed one is nobody's, and what it left is not in the way.
            var (copy, _) = await hub.BackUpAsync(folder);
            await IsWholeAsync(copy);
            Assert.DoesNotContain(Directory.GetDirectories(folder), path => path.EndsWith(".partial", StringComparison.Ordinal));
        }

        TestContext.Current.SendDiagnosticMessage($"{killed} of {Stress.Rounds(full: 50)} backups were killed under way.");
    }

    [Fact]
    public async Task A_killed_restore_leaves_an_empty_hub_or_a_whole_one_and_can_be_repeated()
    {
        await hub.BackUpAsync(folder);
        var took = TimeSpan.Zero;
        var (rounds, whole) = (Stress.Rounds(full: 50), 0);

        for (var round = 0; round <= rounds; round++)
        {
            await using var target = new TestHub(server);
            await target.InitializeAsync();

            if (round == 0)
            {
                // Not killed: how long one takes.
                took = await TimeOfAsync(async () => Assert.Equal(0, (await target.RestoreAsync(folder)).Exit));
                continue;
            }

            await HubProcess.KillAsync(GivenBackups.SettingsOf(target), random.NextDouble() * took, "restore", folder);
            var (exit, said) = await target.RestoreAsync(folder);

            if (exit != 0)
            {
                Assert.Contains("The database is not empty", said, StringComparison.Ordinal);
                (exit, said) = await HubProcess.RunAsync(GivenBackups.SettingsOf(target), "ledger", "verify");
                whole++;
            }

            Assert.True(exit == 0, said);
            Assert.Contains($"{Organizations} entries", said, StringComparison.Ordinal);
            Assert.Equal(Kept + 1, Directory.GetFiles(Path.Combine(target.DataFolder, "files"), "*", SearchOption.AllDirectories).Length);
        }

        TestContext.Current.SendDiagnosticMessage($"{rounds - whole} of {rounds} restores were killed before their rows counted.");
    }

    private async Task IsWholeAsync(string copy)
    {
        var manifest = await GivenBackups.ManifestAsync(copy);
        Assert.Equal(Kept + 1, manifest.Files.Count);
        Assert.All(manifest.Tables, table => Assert.Equal((table.Bytes, table.Sha256), Read(Path.Combine(copy, $"{table.Name}.copy"))));
        Assert.All(manifest.Files.Items, file => Assert.Equal(
            (file.Bytes, file.Sha256), Read(Path.Combine(folder, "files", file.Tenant.ToString(), file.Sha256[..2], file.Sha256))));
    }

    private static (long Bytes, string Sha256) Read(string path)
    {
        var content = File.ReadAllBytes(path);
        return (content.LongLength, GivenFiles.Sha256(content));
    }

    private static async Task<TimeSpan> TimeOfAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
