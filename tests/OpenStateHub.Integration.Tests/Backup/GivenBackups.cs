using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Backup;

/// <summary>Backup and restore as an operator runs them.</summary>
internal static class GivenBackups
{
    public static Dictionary<string, string?> SettingsOf(TestHub hub) => new()
    {
        ["ConnectionStrings__HubOwner"] = hub.OwnerConnection,
        ["ConnectionStrings__HubBackup"] = PostgresServer.ConnectionString(hub.Database, "hub_backup"),
        ["HUB_DATA"] = hub.DataFolder,
    };

    /// <returns>The copy's folder and its manifest.</returns>
    public static async Task<(string Copy, BackupManifest Manifest)> BackUpAsync(this TestHub hub, string folder, params string[] more)
    {
        var before = CopiesIn(folder);
        var (exit, output) = await HubProcess.RunAsync(SettingsOf(hub), ["backup", folder, .. more]);
        Assert.True(exit == 0, output);
        var copy = Assert.Single(CopiesIn(folder).Except(before));
        return (copy, await ManifestAsync(copy));
    }

    public static Task<(int Exit, string Output)> RestoreAsync(this TestHub hub, string folder) => HubProcess.RunAsync(SettingsOf(hub), "restore", folder);

    public static async Task<BackupManifest> ManifestAsync(string copy) =>
        Assert.IsType<BackupManifest>(await BackupManifest.ReadAsync(Path.Combine(copy, "manifest.json"), default));

    /// <summary>What an operator would take for a copy.</summary>
    public static IReadOnlyList<string> CopiesIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetDirectories(folder, "20*").Where(path => !path.EndsWith(".partial", StringComparison.Ordinal)).Order()]
        : [];

    /// <summary>An active place that keeps a file.</summary>
    public static async Task<Tenant> WithAFileAsync(this TestHub hub, string slug)
    {
        var place = await hub.PlaceAsync(slug);
        await hub.PersonAsync(place, Role.Administrator);
        await hub.KeepAsync(place, GivenFiles.Pdf(slug));
        return place;
    }

    public static Task KeepAsync(this TestHub hub, Tenant place, byte[] content) => hub.AsAsync(place, async scope =>
    {
        var by = await scope.GetRequiredService<HubDbContext>().Users.Select(person => person.Id).FirstAsync();
        using var stream = new MemoryStream(content);
        Assert.Null((await scope.GetRequiredService<StoreFile>().ExecuteAsync(stream, "acta.bin", by, default)).Refusal);
    });

    /// <summary>A public act: one more entry on the place's chain.</summary>
    public static Task ActAsync(this TestHub hub, Tenant place, string organization) => hub.AsAsync(place, async scope =>
        Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
            new() { Sector = Sector.CivilSociety, Organization = organization, OrganizationType = OrganizationType.Ngo }, default)));

    public static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    public static void Rewrite(string copy, Action<JsonObject> change)
    {
        var path = Path.Combine(copy, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
