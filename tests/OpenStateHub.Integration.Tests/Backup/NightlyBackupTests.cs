using System.Net;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Backup;

/// <summary>The backup of the clock, as the operator's page runs it.</summary>
public sealed class NightlyBackupTests(PostgresServer server) : IAsyncLifetime
{
    private const string Page = "/gestion/trabajos";
    private readonly string folder = Directory.CreateTempSubdirectory("hub-backup-").FullName;
    private readonly TestHub hub = new(server);

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        await hub.PublishAsync(await hub.WithAFileAsync("durango"), GivenFiles.Pdf("durango"));
        await hub.PersonAsync(await hub.NationalAsync(), Role.PlatformOperator);
    }

    [Fact]
    public async Task Where_a_folder_is_set_copies_are_made_and_the_newest_stay()
    {
        await using var site = await SiteProcess.StartAsync(
            hub,
            ("Backup__Folder", folder),
            ("Backup__Keep", "1"),
            ("ConnectionStrings__HubBackup", PostgresServer.ConnectionString(hub.Database, "hub_backup")));
        using var operating = await OperatorAsync(site);

        for (var (run, before) = (0, ""); run < 2; run++)
        {
            await Eventually.IsAsync(TimeSpan.FromSeconds(60), async () =>
                (await operating.SendAsync(Page, new() { ["trabajo"] = "backup" })).Status is HttpStatusCode.Redirect);
            await Eventually.IsAsync(TimeSpan.FromSeconds(60), () =>
                Task.FromResult(GivenBackups.CopiesIn(folder) is [var only] && only != before));
            before = GivenBackups.CopiesIn(folder)[0];
        }

        Assert.Equal(1, (await GivenBackups.ManifestAsync(GivenBackups.CopiesIn(folder)[0])).Files.Count);
        await Eventually.IsAsync(TimeSpan.FromSeconds(60), async () =>
            (await operating.OpenAsync(Page)).Page.Body!.TextContent.Contains("registros copiados", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_folder_there_is_no_such_job()
    {
        await using var site = await SiteProcess.StartAsync(hub);
        using var operating = await OperatorAsync(site);

        Assert.Null((await operating.OpenAsync(Page)).Page.QuerySelector("#backup"));
        Assert.Equal(HttpStatusCode.NotFound, (await operating.SendAsync(Page, new() { ["trabajo"] = "backup" })).Status);
    }

    private static async Task<Browser> OperatorAsync(SiteProcess site)
    {
        var browser = site.Browser("inai");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(GivenPeople.EmailOf(Role.PlatformOperator))).Status);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
