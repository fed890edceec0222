using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Backup;

/// <summary>A backup stops nobody, and is of one moment all the same.</summary>
[WaitsForProcesses]
public sealed class BackupUnderWorkTests(PostgresServer server) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-backup-").FullName;
    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    [Fact]
    public async Task Chains_and_files_that_grow_meanwhile_are_whole_in_the_copy()
    {
        var places = new[] { await hub.WithAFileAsync("durango"), await hub.WithAFileAsync("morelos") };
        await Task.WhenAll(places.Select(place => hub.ActAsync(place, "La primera")));
        using var enough = new CancellationTokenSource();
        var writing = places.Select(place => Task.Run(() => WriteAsync(place, enough.Token))).ToList();

        for (var round = 0; round < Stress.Rounds(full: 20); round++)
        {
            var (copy, manifest) = await hub.BackUpAsync(folder);
            await using var restored = new TestHub(server);
            await restored.InitializeAsync();
            var (exit, said) = await restored.RestoreAsync(copy);

            // It has compared each file, each chain and each public row with the manifest and with one another.
            Assert.True(exit == 0, said);
            Assert.Equal(places.Length, manifest.LedgerHeads.Count);
        }

        Assert.DoesNotContain(writing, task => task.IsCompleted);
        await enough.CancelAsync();
        await Task.WhenAll(writing);
    }

    [Fact]
    public async Task No_bytes_are_removed_while_a_backup_copies_them_and_they_are_afterwards()
    {
        var place = await hub.WithAFileAsync("oaxaca");
        hub.Clock.Now += SweepFiles.Grace + TimeSpan.FromMinutes(1);
        var path = Assert.Single(Directory.GetFiles(Path.Combine(hub.DataFolder, "files"), "*", SearchOption.AllDirectories));
        File.SetLastWriteTimeUtc(path, hub.Clock.Now.UtcDateTime - (2 * SweepFiles.Grace));

        await using var copying = await hub.OpenAsync(null);
        await using var begin = new NpgsqlCommand("select pg_advisory_lock(5, 0)", copying);
        await using var end = new NpgsqlCommand("select pg_advisory_unlock(5, 0)", copying);

        // What a backup says for as long as it copies.
        await begin.ExecuteNonQueryAsync();
        Assert.Equal(hub.Clock.Now + SweepFiles.AfterBackup, await SweepAsync(place));
        Assert.Empty(await hub.FilesAsync(place));
        Assert.True(File.Exists(path));

        await end.ExecuteNonQueryAsync();
        Assert.Null(await SweepAsync(place));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Files_are_copied_once_and_go_with_the_last_copy_that_names_them()
    {
        var place = await hub.WithAFileAsync("chiapas");
        await hub.BackUpAsync(folder);
        await hub.KeepAsync(place, GivenFiles.Pdf("otra"));
        var (second, manifest) = await hub.BackUpAsync(folder);
        Assert.Equal(2, manifest.Files.Count);
        Assert.Equal(2, FilesIn(folder).Count);

        hub.Clock.Now += SweepFiles.Grace + TimeSpan.FromMinutes(1);
        await SweepAsync(place);
        var (third, empty) = await hub.BackUpAsync(folder, "--keep", "2");
        Assert.Equal(0, empty.Files.Count);
        Assert.Equal([second, third], GivenBackups.CopiesIn(folder));
        Assert.Equal(2, FilesIn(folder).Count);

        var (last, _) = await hub.BackUpAsync(folder, "--keep", "1");
        Assert.Equal([last], GivenBackups.CopiesIn(folder));
        Assert.Empty(FilesIn(folder));
    }

    private async Task WriteAsync(Tenant place, CancellationToken enough)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            await hub.ActAsync(place, $"Organización {number}");
            await hub.KeepAsync(place, GivenFiles.Pdf($"{place.Slug} {number}"));
        }
    }

    private static List<string> FilesIn(string folder) => [.. Directory.GetFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories)];

    private Task<DateTimeOffset?> SweepAsync(Tenant place) => hub.AsAsync(place, scope => scope.GetRequiredService<SweepFiles>().ExecuteAsync(default));

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
