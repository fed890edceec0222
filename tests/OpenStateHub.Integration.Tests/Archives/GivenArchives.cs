using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Archives;

/// <summary>Archives of places, and what somebody may have done to one.</summary>
internal static class GivenArchives
{
    public const int SealLength = 64;

    public static Dictionary<string, string?> SettingsOf(TestHub hub) => new() { ["ConnectionStrings__HubOwner"] = hub.OwnerConnection, ["HUB_DATA"] = hub.DataFolder };

    public static async Task<string> RunAsync(this TestHub hub, int expected, params string[] arguments)
    {
        var (exit, output) = await HubProcess.RunAsync(SettingsOf(hub), arguments);
        Assert.True(exit == expected, output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        return output;
    }

    public static Task<ArchiveManifest> ExportAsync(this TestHub hub, string slug, string file) =>
        new ExportTenant(new FileRoot(hub.DataFolder), hub.Clock).ExecuteAsync(new(hub.OwnerConnection, slug, file), null, default);

    public static Task<ImportTenant.Result> ImportAsync(this TestHub hub, string file, string? @as = null) =>
        new ImportTenant(new FileRoot(hub.DataFolder), hub.Clock).ExecuteAsync(new(hub.OwnerConnection, file, @as), null, default);

    public static async Task<int?> SweepFoldersAsync(this TestHub hub) =>
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<SweepLeftFolders>().ExecuteAsync(default));

    /// <summary>How many rows each table has, and which files stand on disk: the same before and after whatever wrote nothing.</summary>
    public static async Task<string> FootprintAsync(this TestHub hub) =>
        await hub.AskAsync("select string_agg(format('%s %s', name, rows), e'\\n' order by name) from " + RowsOfEachTable) + "\n" + string.Join('\n', GivenFiles.PathsOf(hub).Select(Path.Combine).Order());

    /// <summary>Tables with rows that name the place in any column that leads to the places; the nation's catalogue aside.</summary>
    public static Task<string?> TracesAsync(this TestHub hub, TenantId place) => hub.AskAsync(
        $"""
         select string_agg(distinct found.name, ', ') from (
             select c.relname as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s where %I = %L', c.oid::regclass, a.attname, '{place}'), false, true, '')))[1]::text::bigint as rows
             from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
               and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'catalogue_read')) found
         where found.rows > 0
         """);

    public static async Task<string?> AskAsync(this TestHub hub, string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    private const string RowsOfEachTable =
        """
        (select c.relname as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', c.oid::regclass), false, true, '')))[1]::text::bigint as rows
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'qrtz%'
           -- Grows with whatever an operator does.
           and c.relname <> 'status_changes') counted
        """;

    /// <summary>What somebody makes of an archive who knows how it is sealed.</summary>
    public static void Forge(string from, string to, Action<Dictionary<string, byte[]>, JsonObject> change)
    {
        var entries = new Dictionary<string, byte[]>();

        using (var zip = ZipFile.OpenRead(from))
        {
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                entries.Add(entry.FullName, bytes.ToArray());
            }
        }

        var manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
        change(entries, manifest);
        entries["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        File.Delete(to);

        using (var zip = ZipFile.Open(to, ZipArchiveMode.Create))
        {
            zip.Comment = "OpenStateHub: the SHA-256 of everything before it is " + new string('0', SealLength);

            foreach (var (name, bytes) in entries)
            {
                using var content = zip.CreateEntry(name).Open();
                content.Write(bytes);
            }
        }

        Seal(to);
    }

    public static void Seal(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(..^SealLength)))).CopyTo(bytes, bytes.Length - SealLength);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Other rows for a table, and a manifest that agrees.</summary>
    public static void Rewrite(this (Dictionary<string, byte[]> Entries, JsonObject Manifest) archive, string table, Func<string, string> change)
    {
        var name = $"tables/{table}.jsonl";
        var text = change(Encoding.UTF8.GetString(archive.Entries[name]));
        archive.Entries[name] = Encoding.UTF8.GetBytes(text);
        var said = archive.Manifest["tables"]!.AsArray().Single(node => (string?)node!["name"] == table)!;
        said["rows"] = text.Count(letter => letter == '\n');
        said["bytes"] = archive.Entries[name].Length;
        said["sha256"] = GivenFiles.Sha256(archive.Entries[name]);
    }
}
