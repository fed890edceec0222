using System.Text.Json.Nodes;
using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Backup;

/// <summary>What ends a backup or a restore: one sentence, exit 1, and nothing that could be taken for whole.</summary>
public sealed class RefusalTests(TestHub hub, PostgresServer server) : IClassFixture<TestHub>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-backup-").FullName;

    public static TheoryData<string, string> Roles => new()
    {
        { "hub_app", "may write" },
        { "hub_owner", "may write" },
        { "", "may write" },
    };

    [Theory]
    [MemberData(nameof(Roles), DisableDiscoveryEnumeration = true)]
    public async Task A_role_that_may_write_backs_nothing_up(string role, string sentence) =>
        await RefusedAsync(sentence, settings => settings["ConnectionStrings__HubBackup"] = PostgresServer.ConnectionString(hub.Database, role.Length == 0 ? null : role));

    [Fact]
    public async Task The_role_of_backups_can_write_nothing()
    {
        // Its grants refuse, also where somebody turns its read-only transactions off.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString(hub.Database, "hub_backup"))
        {
            Options = "-c default_transaction_read_only=off",
        }.ConnectionString);
        await using var command = source.CreateCommand("insert into dated_names default values");

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task Without_its_settings_a_backup_says_which_one_is_missing()
    {
        await RefusedAsync("ConnectionStrings__HubBackup is not set", settings => settings["ConnectionStrings__HubBackup"] = null);
        await RefusedAsync("HUB_DATA is not set", settings => settings["HUB_DATA"] = null);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_sentence()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "");

        foreach (var path in new[] { file, "/proc/nowhere" })
        {
            IsOneSentence("could not be written", await HubProcess.RunAsync(GivenBackups.SettingsOf(hub), "backup", path));
        }
    }

    [Fact]
    public async Task A_row_whose_bytes_are_gone_from_the_disk_is_named()
    {
        await using var damaged = await WithOneFileAsync();
        var path = Assert.Single(Directory.GetFiles(Path.Combine(damaged.DataFolder, "files"), "*", SearchOption.AllDirectories));
        GivenBackups.Damage(path);

        IsOneSentence(path, await HubProcess.RunAsync(GivenBackups.SettingsOf(damaged), "backup", folder));
        Assert.Empty(GivenBackups.CopiesIn(folder));
    }

    [Fact]
    public async Task Only_an_empty_hub_of_the_same_migrations_is_restored_into()
    {
        var (copy, manifest) = await hub.BackUpAsync(folder);
        await using var target = new TestHub(server);
        await target.InitializeAsync();

        var strange = Path.Combine(Directory.CreateDirectory(Path.Combine(target.DataFolder, "files", "somebody")).FullName, "file");
        await File.WriteAllTextAsync(strange, "");
        IsOneSentence("The folder of files is not empty", await target.RestoreAsync(folder));
        File.Delete(strange);

        GivenBackups.Rewrite(copy, json => json["migrations"]!.AsArray().Add(new JsonObject { ["name"] = "9999_later.sql", ["sha256"] = "" }));
        IsOneSentence("only the copy has 9999_later.sql", await target.RestoreAsync(folder));
        GivenBackups.Rewrite(copy, json => json["migrations"]!.AsArray().RemoveAt(manifest.Migrations.Count));
        GivenBackups.Rewrite(copy, json => json["migrations"]!.AsArray().RemoveAt(0));
        IsOneSentence("only the database has 0001_tenancy.sql", await target.RestoreAsync(copy));

        await using var full = await WithOneFileAsync();
        var (newest, _) = await full.BackUpAsync(folder);
        full.LetGo();
        IsOneSentence("The database is not empty", await full.RestoreAsync(newest));
    }

    [Fact]
    public async Task Whoever_changed_a_copy_restores_nothing()
    {
        await using var source = await WithOneFileAsync();
        var (copy, manifest) = await source.BackUpAsync(folder);
        await using var target = new TestHub(server);
        await target.InitializeAsync();
        var table = Path.Combine(copy, "ledger_heads.copy");
        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories));

        foreach (var path in new[] { table, file })
        {
            var right = await File.ReadAllBytesAsync(path);
            GivenBackups.Damage(path);
            IsOneSentence(path, await target.RestoreAsync(folder));
            File.Delete(path);
            IsOneSentence(path, await target.RestoreAsync(folder));
            await File.WriteAllBytesAsync(path, right);
        }

        GivenBackups.Rewrite(copy, json => json["ledgerHeads"]![0]!["hash"] = new string('0', 64));
        IsOneSentence("The chains end elsewhere", await target.RestoreAsync(folder));
        GivenBackups.Rewrite(copy, json => json["ledgerHeads"]![0]!["hash"] = manifest.LedgerHeads[0].Hash);
        GivenBackups.Rewrite(copy, json => json["files"]!["items"]![0]!["sha256"] = "../../../etc/passwd");
        IsOneSentence("no SHA-256", await target.RestoreAsync(folder));
        GivenBackups.Rewrite(copy, json => json["format"] = 2);
        IsOneSentence("the format 2", await target.RestoreAsync(folder));
        await File.WriteAllTextAsync(Path.Combine(copy, "manifest.json"), "{");
        IsOneSentence("cannot be read", await target.RestoreAsync(folder));
        File.Delete(Path.Combine(copy, "manifest.json"));
        IsOneSentence("no whole copy", await target.RestoreAsync(folder));
    }

    [Fact]
    public async Task A_served_database_is_not_restored_into()
    {
        await hub.BackUpAsync(folder);
        await using var target = new TestHub(server);
        await target.InitializeAsync();
        await using var connection = await target.OpenAsync(null);

        IsOneSentence("stop it first", await target.RestoreAsync(folder));
    }

    private async Task RefusedAsync(string sentence, Action<Dictionary<string, string?>> change)
    {
        var settings = GivenBackups.SettingsOf(hub);
        change(settings);
        IsOneSentence(sentence, await HubProcess.RunAsync(settings, "backup", folder));
        Assert.Empty(GivenBackups.CopiesIn(folder));
    }

    private async Task<TestHub> WithOneFileAsync()
    {
        var other = new TestHub(server);
        await other.InitializeAsync();
        var place = await other.WithAFileAsync("durango");
        await other.ActAsync(place, "Red Vecinal");
        return other;
    }

    private static void IsOneSentence(string part, (int Exit, string Output) answer)
    {
        Assert.Equal(1, answer.Exit);
        var last = answer.Output.Trim().Split('\n')[^1];
        Assert.Contains(part, last, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
