using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Backup;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Archives;

/// <summary>A tenant goes only with its archive at hand, after thirty days, by two people; and then wholly.</summary>
[WaitsForProcesses]
public sealed class DeletionTests(PostgresServer server) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-archive-").FullName;
    private readonly TestHub hub = new(server);
    private Tenant durango = null!;

    private string Archive => Path.Combine(folder, "durango.zip");

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        await hub.OperatorsAsync();
        durango = await hub.WithAFileAsync("durango");
        await hub.ActAsync(durango, "Una organización");
        await hub.ActAsync(await hub.WithAFileAsync("morelos"), "Otra organización");
    }

    [Fact]
    public async Task Nothing_is_erased_before_all_of_it_was_done_by_two_people()
    {
        await hub.ExportAsync("durango", Archive);
        await RefusedAsync("put it to rest first", () => hub.AskAsync("durango", Archive, GivenDeletions.First));
        await hub.ActAsync(durango, "La última");
        await hub.AtRestAsync("durango");
        await RefusedAsync("export it again", () => hub.AskAsync("durango", Archive, GivenDeletions.First));
        await RefusedAsync("Nobody asked", () => hub.ConfirmAsync("durango", GivenDeletions.Second));

        var (another, fresh) = (Path.Combine(folder, "morelos.zip"), Path.Combine(folder, "ultima.zip"));
        await hub.ExportAsync("morelos", another);
        await hub.ExportAsync("durango", fresh);
        await RefusedAsync("of another place", () => hub.AskAsync("durango", another, GivenDeletions.First));
        await RefusedAsync("There is no file", () => hub.AskAsync("durango", Path.Combine(folder, "nada.zip"), GivenDeletions.First));
        await RefusedAsync("address and password", () => hub.AskAsync("durango", fresh, GivenDeletions.First, "otra"));
        await RefusedAsync("address and password", () => hub.AskAsync("durango", fresh, "nadie@inai.example"));
        await RefusedAsync("Only a platform operator", () => hub.AskAsync("durango", fresh, GivenDeletions.Monitor));
        await RefusedAsync("hub itself", () => hub.AskAsync("inai", fresh, GivenDeletions.First));

        var before = await hub.FootprintAsync();
        var request = await hub.AskAsync("durango", fresh, GivenDeletions.First);
        Assert.Equal(hub.Clock.Now + DeletionRequest.Wait, request.DueAt);
        await RefusedAsync("may be confirmed from", () => hub.ConfirmAsync("durango", GivenDeletions.Second));
        hub.Clock.Now = request.DueAt;
        await RefusedAsync("another one must", () => hub.ConfirmAsync("durango", GivenDeletions.First));
        await RefusedAsync("Only a platform operator", () => hub.ConfirmAsync("durango", GivenDeletions.Monitor));

        // Taken back, it is as if nobody had asked.
        await hub.ResumeAsync("durango");
        await hub.AtRestAsync("durango");
        await RefusedAsync("Nobody asked", () => hub.ConfirmAsync("durango", GivenDeletions.Second));
        Assert.Equal(before, await hub.FootprintAsync());
    }

    [Fact]
    public async Task What_changed_after_the_archive_was_shown_is_not_erased()
    {
        await hub.AtRestAsync("durango");
        await hub.ExportAsync("durango", Archive);
        hub.Clock.Now = (await hub.AskAsync("durango", Archive, GivenDeletions.First)).DueAt;
        await hub.AskAsync("update users set name = 'Otra persona' where email like '%administrator%'");

        await RefusedAsync("something else than the archive", () => hub.ConfirmAsync("durango", GivenDeletions.Second));
    }

    [Fact]
    public async Task No_row_and_no_file_stays_and_the_tombstone_names_nobody()
    {
        await using var site = new HubSite(hub);
        using var anybody = site.At("durango");
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/historial")).StatusCode);
        var head = await hub.AskAsync("select 'durango ' || sequence || ' ' || hash from ledger_heads h join tenants t on t.id = h.tenant_id where slug = 'durango'");
        var anchor = Path.Combine(folder, "heads");
        await File.WriteAllTextAsync(anchor, head);

        Assert.Contains("archived", await hub.RunAsync(0, "tenants", "archive", "durango"), StringComparison.Ordinal);
        await hub.RunAsync(0, "tenants", "export", "durango", Archive);
        Assert.Contains("another operator", await TypedAsync(0, "--archive", Archive, GivenDeletions.First), StringComparison.Ordinal);
        await TypedAsync(1, "--confirm", null, GivenDeletions.Second);
        await hub.AMonthAgoAsync();
        Assert.Contains("was erased", await TypedAsync(0, "--confirm", null, GivenDeletions.Second), StringComparison.Ordinal);

        Assert.Equal("", await hub.TracesAsync(durango.Id) ?? "");
        Assert.False(Directory.Exists(Path.Combine(hub.DataFolder, "files", durango.Id.ToString())));
        Assert.Equal(TenantStatus.Listed, (await hub.FindAsync("durango")).Status);
        Assert.Equal("archive_sha256, erased_at, files, place_id, rows", await hub.AskAsync("select string_agg(attname, ', ' order by attname) from pg_attribute where attrelid = 'tombstones'::regclass and attnum > 0"));
        Assert.Equal("0", await hub.AskAsync("select count(*) from pg_trigger where tgenabled <> 'O'"));
        await Eventually.IsAsync(TimeSpan.FromSeconds(10), async () => (await anybody.GetAsync("/historial")).StatusCode is HttpStatusCode.NotFound);

        Assert.Contains("as the anchor says", await hub.RunAsync(0, "ledger", "verify", "--anchor", anchor), StringComparison.Ordinal);
        await File.WriteAllTextAsync(anchor, head!.Replace(head[^64..], new string('7', 64), StringComparison.Ordinal));
        Assert.Contains("written anew", await hub.RunAsync(1, "ledger", "verify", "--anchor", anchor), StringComparison.Ordinal);
        await TheListOfThatDayStaysAsync();

        // The archive brings it back, to the same address and the same id.
        Assert.Equal(durango.Id, (await hub.FindAsync((await hub.ImportAsync(Archive)).Slug)).Id);
        Assert.Contains("all as they were recorded", await hub.RunAsync(0, "ledger", "verify", "--tenant", "durango"), StringComparison.Ordinal);
    }

    private async Task TheListOfThatDayStaysAsync()
    {
        var (then, now) = (durango.Today(hub.Clock), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2));
        var (rows, later) = await hub.AsAsync(await hub.NationalAsync(), async scope =>
        {
            var heads = scope.GetRequiredService<ListDailyHeads>();
            return ((await heads.ExecuteAsync(then, 0, null, default)).Rows, (await heads.ExecuteAsync(now, 0, null, default)).Rows);
        });

        Assert.Equal(["durango", "morelos"], rows.Select(row => row.Slug));
        Assert.Equal(["morelos"], later.Select(row => row.Slug));
    }

    [Fact]
    public async Task An_archived_place_is_read_and_not_changed_and_its_clock_stands_still()
    {
        await hub.AtRestAsync("durango");
        await using var site = new HubSite(hub);
        using var anybody = site.At("durango");
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/")).StatusCode);
        using var browser = site.Browser("durango");
        using var refused = await browser.Client.PostAsync("/cuenta/entrar", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("archivado", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await hub.RunAsync(1, "users", "invite", "--tenant", "durango", "--email", "a@b.mx", "--role", "Administrator");
        await hub.ResumeAsync("durango");
        await Eventually.IsAsync(TimeSpan.FromSeconds(10), async () => (await browser.SignInAsync("administrator@ejemplo.mx")).Status is HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_killed_erasure_leaves_a_whole_tenant_or_none()
    {
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        var (random, erased, took) = (new Random(Stress.Seed), 0, TimeSpan.FromSeconds(3));
        await hub.ExportAsync("morelos", Archive);

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            var (slug, archive) = ($"copia-{round}", Path.Combine(folder, $"{round}.zip"));
            await hub.ImportAsync(Archive, slug);
            await hub.AtRestAsync(slug);
            await hub.ExportAsync(slug, archive);
            await hub.AskAsync(slug, archive, GivenDeletions.First);
            hub.Clock.Now += TimeSpan.FromSeconds(1);
            await hub.AMonthAgoAsync();
            var (copy, before) = (await hub.FindAsync(slug), await hub.FootprintAsync());
            await HubProcess.KillAsync(GivenArchives.SettingsOf(hub), random.NextDouble() * took, GivenPeople.Password, ["tenants", "delete", slug, "--confirm", "--operator", GivenDeletions.Second]);
            await Eventually.IsAsync(TimeSpan.FromSeconds(20), async () => await hub.SweepFoldersAsync() is not null);

            if ((await hub.FindAsync(slug)).Status is TenantStatus.Archived)
            {
                Assert.Equal(before, await hub.FootprintAsync());
            }
            else
            {
                erased++;
                Assert.Equal("", await hub.TracesAsync(copy.Id) ?? "");
                Assert.False(Directory.Exists(Path.Combine(hub.DataFolder, "files", copy.Id.ToString())));
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{erased} of {Stress.Rounds(full: 50)} were erased before they were killed.");
    }

    private async Task<string> TypedAsync(int expected, string step, string? archive, string by)
    {
        var (exit, output) = await HubProcess.RunAsync(
            GivenArchives.SettingsOf(hub), GivenPeople.Password, ["tenants", "delete", "durango", step, .. archive is null ? Array.Empty<string>() : [archive], "--operator", by]);
        Assert.True(exit == expected, output);
        return output;
    }

    private static async Task RefusedAsync<T>(string said, Func<Task<T>> attempt) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<ArchiveException>(attempt)).Message, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
