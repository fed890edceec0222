using System.Text.Json.Nodes;
using OpenStateHub.Core.Archives;
using OpenStateHub.Integration.Tests.Backup;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Archives;

/// <summary>What is damaged, foreign or forged is refused with a sentence, and nothing of it is written.</summary>
public sealed class RefusedArchiveTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-archive-").FullName;

    private string Archive => Path.Combine(folder, "durango.zip");

    private string Forged => Path.Combine(folder, "forged.zip");

    public async ValueTask InitializeAsync()
    {
        if (await hub.AskAsync("select count(*) from tenants where slug = 'durango'") == "0")
        {
            await hub.ActAsync(await hub.WithAFileAsync("durango"), "Una organización");
        }

        await hub.ExportAsync("durango", Archive);
    }

    [Fact]
    public async Task One_flipped_byte_anywhere_is_refused()
    {
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        var random = new Random(Stress.Seed);
        var (whole, before) = (await File.ReadAllBytesAsync(Archive), await hub.FootprintAsync());

        // The first and the last byte, the seal and the words before it, and others wherever they fall.
        int[] places = [0, 10, whole.Length / 2, whole.Length - 1, whole.Length - 64, whole.Length - 65, whole.Length - 130, .. Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length))];

        foreach (var place in places)
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Forged, damaged);
            await RefusedAsync("damaged");
        }

        foreach (var content in new byte[][] { [], whole[..^1], whole[..(whole.Length / 2)], [.. whole, 0], GivenFiles.Pdf("no es") })
        {
            await File.WriteAllBytesAsync(Forged, content);
            await RefusedAsync("damaged");
        }

        Assert.Equal(before, await hub.FootprintAsync());
    }

    public static TheoryData<string, Action<Dictionary<string, byte[]>, JsonObject>> Forgeries => new()
    {
        { "../../etc/passwd", (entries, _) => entries["../../etc/passwd"] = [1] },
        { "no SHA-256", (_, manifest) => manifest["files"]![0]!["sha256"] = "../../../../../../../../../../../../../../../../../../../../etc/x" },
        { "knows nothing", (entries, manifest) => Table(entries, manifest, "no_such_table") },
        { "knows nothing", (entries, manifest) => Table(entries, manifest, "mail_queue") },
        { "lacks a table", (entries, manifest) => Without(entries, manifest) },
        { "another tenant", (entries, manifest) => (entries, manifest).Rewrite("seats", text => text.Replace((string)manifest["place"]!["id"]!, Guid.CreateVersion7().ToString(), StringComparison.Ordinal)) },
        { "other columns", (entries, manifest) => (entries, manifest).Rewrite("seats", text => text.Replace("\"organization\":", "\"organisation\":", StringComparison.Ordinal)) },
        { "no JSON object", (entries, manifest) => (entries, manifest).Rewrite("seats", text => text + "[]\n") },
        { "the manifest says", (_, manifest) => manifest["tables"]!.AsArray().Single(table => (string?)table!["name"] == "seats")!["rows"] = 7 },
        { "is not what its manifest says", (entries, _) => entries["tables/seats.jsonl"][^3] ^= 1 },
        { "is not what its manifest says", (entries, _) => entries[entries.Keys.Single(name => name.StartsWith("files/", StringComparison.Ordinal))][3] ^= 1 },
        { "a rule of the database", (entries, manifest) => (entries, manifest).Rewrite("ledger_entries", text => text.Replace("\"act\":\"seat.", "\"act\":\"plan.", StringComparison.Ordinal)) },
        { "a rule of the database", (entries, manifest) => (entries, manifest).Rewrite("files", text => text.Replace("\"type\":\"Pdf\"", "\"type\":\"Exe\"", StringComparison.Ordinal)) },
        { "format 2", (_, manifest) => manifest["format"] = 2 },
        { "a newer export", (_, manifest) => Later(manifest, "9999_later.sql") },
        { "export again", (_, manifest) => Earlier(manifest) },
        { "cannot be read", (_, manifest) => manifest["surprise"] = 1 },
        { "cannot be read", (_, manifest) => manifest["files"] = null },
        { "cannot be read", (_, manifest) => manifest["tables"]!.AsArray().Add(null) },
        { "no time zone", (_, manifest) => manifest["place"]!["timeZone"] = "America/Macondo" },
        { "of a national tenant", (_, manifest) => manifest["place"]!["kind"] = "National" },
        { "does not know a programme", (_, manifest) => manifest["place"]!["programmes"]!.AsArray().Add(JsonNode.Parse("""{"programme":"otro","fromOn":"2015-01-01","fromIsBound":false,"untilOn":null,"source":"x"}""")) },
    };

    [Theory]
    [MemberData(nameof(Forgeries), DisableDiscoveryEnumeration = true)]
    public async Task A_forged_archive_is_refused(string said, Action<Dictionary<string, byte[]>, JsonObject> change)
    {
        GivenArchives.Forge(Archive, Forged, change);
        var before = await hub.FootprintAsync();

        await RefusedAsync(said);

        // A rule of the database is met after the files came; nobody sees them, and they go.
        await hub.SweepFoldersAsync();
        Assert.Equal(before, await hub.FootprintAsync());
    }

    [Fact]
    public async Task What_was_forged_without_a_change_is_taken_so_each_refusal_is_its_own()
    {
        GivenArchives.Forge(Archive, Forged, (_, _) => { });

        Assert.Equal("intacto", (await hub.ImportAsync(Forged, "intacto")).Slug);
    }

    [Theory]
    [InlineData("durango", "is not empty")]
    [InlineData("inai", "National Active")]
    [InlineData("www", "slug-reserved")]
    [InlineData("Ñandú", "slug-malformed")]
    public async Task A_place_that_cannot_take_it_is_refused(string slug, string said)
    {
        var before = await hub.FootprintAsync();

        Assert.Contains(said, (await Assert.ThrowsAsync<ArchiveException>(() => hub.ImportAsync(Archive, slug))).Message, StringComparison.Ordinal);
        Assert.Equal(before, await hub.FootprintAsync());
    }

    [Theory]
    [InlineData("nowhere", "No place")]
    [InlineData("inai", "hub backup")]
    public async Task What_has_nothing_to_export_leaves_no_file(string slug, string said)
    {
        Assert.Contains(said, (await Assert.ThrowsAsync<ArchiveException>(() => hub.ExportAsync(slug, Forged))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder), path => path.StartsWith(Forged, StringComparison.Ordinal));
    }

    private async Task RefusedAsync(string said) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<ArchiveException>(() => hub.ImportAsync(Forged, "copia"))).Message, StringComparison.Ordinal);

    private static void Table(Dictionary<string, byte[]> entries, JsonObject manifest, string name)
    {
        entries[$"tables/{name}.jsonl"] = [];
        manifest["tables"]!.AsArray().Add(new JsonObject { ["name"] = name, ["rows"] = 0, ["bytes"] = 0, ["sha256"] = GivenFiles.Sha256([]) });
    }

    private static void Without(Dictionary<string, byte[]> entries, JsonObject manifest)
    {
        entries.Remove($"tables/{manifest["tables"]![0]!["name"]}.jsonl");
        manifest["tables"]!.AsArray().RemoveAt(0);
    }

    private static void Later(JsonObject manifest, string migration)
    {
        manifest["schema"] = migration;
        manifest["migrations"]!.AsArray().Add(new JsonObject { ["name"] = migration, ["sha256"] = GivenFiles.Sha256([]) });
    }

    private static void Earlier(JsonObject manifest)
    {
        manifest["schema"] = "0001_tenancy.sql";
        manifest["migrations"] = new JsonArray(manifest["migrations"]![0]!.DeepClone());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
