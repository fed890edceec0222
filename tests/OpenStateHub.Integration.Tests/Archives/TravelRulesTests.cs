using System.IO.Compression;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Integration.Tests.Backup;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Archives;

/// <summary>What travels is read from the catalogue, so that a new table is not forgotten; and what is secret does not.</summary>
public sealed class TravelRulesTests(TestHub hub) : IClassFixture<TestHub>
{
    /// <summary>They sound like secrets and are none, or must travel.</summary>
    private static readonly string[] Harmless =
        ["ledger_salts.salt", "ledger_salts.subject_key", "ledger_entries.subject_key", "followers.subject_key", "comments.subject_key", "wordings.secretariat"];

    [Fact]
    public async Task Every_column_that_sounds_like_a_secret_stays_behind_or_is_known_to_be_none()
    {
        var suspicious = await hub.AskAsync(
            """
            select string_agg(c.relname || '.' || a.attname, ',') from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
              and exists (select from pg_policy p where p.polrelid = c.oid and p.polname in ('tenant_isolation', 'published_read'))
              and (a.attname ~ 'token|secret|password|stamp|salt|key|code_hash|recovery|credential|cookie' or c.relname ~ 'token|passkey|credential|sign_in')
            """);

        Assert.Empty(suspicious!.Split(',').Where(column => column.Split('.') is var name
            && !TravelRules.LeftBehind.ContainsKey(name[0]) && !TravelRules.Renewed.ContainsKey(name[1])).Except(Harmless));
    }

    [Fact]
    public async Task Every_table_that_stays_behind_is_one()
    {
        foreach (var table in TravelRules.LeftBehind.Keys)
        {
            Assert.Equal(table, await hub.AskAsync($"select to_regclass('{table}')::text"));
        }
    }

    [Fact]
    public async Task No_secret_of_a_person_stands_in_an_archive()
    {
        var place = await hub.WithAFileAsync("durango");
        await hub.InvitationAsync(place, Role.Evaluator, "nueva@ejemplo.mx");
        var folder = Directory.CreateTempSubdirectory("hub-archive-").FullName;

        try
        {
            var file = Path.Combine(folder, "durango.zip");
            await hub.ExportAsync("durango", file);
            var secrets = (await hub.AskAsync("select string_agg(secret, ' ') from (select unnest(array[password_hash, security_stamp, concurrency_stamp]) as secret from users union select token_hash from invitations) found"))!.Split(' ');
            await using var zip = await ZipFile.OpenReadAsync(file);
            var whole = string.Concat(zip.Entries.Select(Text));

            Assert.Contains("administrator@ejemplo.mx", whole, StringComparison.Ordinal);
            Assert.DoesNotContain("nueva@ejemplo.mx", whole, StringComparison.Ordinal);
            Assert.InRange(secrets.Length, 4, 100);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, whole, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
