using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Life;

/// <summary>A place's whole archive, asked for on a page and made by the worker under the site's own role.</summary>
public sealed class ExportPagesTests(ServedHub served) : InAPlace(served)
{
    private const string Page = "/gestion/ajustes/archivo";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_administrator_takes_the_place_along_and_nobody_elsewhere_gets_the_file()
    {
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var administrator = await AdministratorAsync();
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);

        Assert.Equal($"{Page}?hecho=pedido", (await administrator.SendAsync(Page, [])).Location);
        var file = await ReadyAsync(administrator, Page);

        using var answer = await administrator.GetAsync(file);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var people = await new StreamReader(await zip.GetEntry("tables/users.jsonl")!.OpenAsync()).ReadToEndAsync();
        Assert.Contains(GivenPeople.EmailOf(Role.Administrator), people, StringComparison.Ordinal);
        Assert.Single(people.TrimEnd().Split('\n'));
        Assert.DoesNotContain("password_hash", people, StringComparison.Ordinal);
        Assert.Null(zip.GetEntry("tables/archive_exports.jsonl"));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(file)).StatusCode);
        Assert.Null((await elsewhere.OpenAsync(Page)).Page.QuerySelector("a[download]"));
    }

    [Fact]
    public async Task The_archive_of_the_sites_role_is_the_one_of_the_owners()
    {
        var folder = Directory.CreateDirectory(Path.Combine(hub.DataFolder, Guid.CreateVersion7().ToString("N"))).FullName;
        var export = new ExportTenant(new Core.Files.FileRoot(hub.DataFolder), hub.Clock);

        var owners = await export.ExecuteAsync(new(hub.OwnerConnection, durango.Slug, Path.Combine(folder, "owner.zip")), null, default);
        var sites = await export.ExecuteAsync(new(hub.AppConnection, durango.Slug, Path.Combine(folder, "app.zip")), null, default);

        Assert.Equal(owners.Tables, sites.Tables);
    }

    [Fact]
    public async Task An_operator_asks_for_a_place_at_rest_and_the_file_goes_when_its_days_are_over()
    {
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<ArchiveTenant>().ExecuteAsync(durango.Slug, default));
        await hub.LearnPlacesAsync();
        using var operating = await hub.InTheNationAsync(Role.PlatformOperator);
        var page = $"/gestion/entidades/{durango.Slug}/vida/archivo";

        Assert.Equal(HttpStatusCode.Redirect, (await operating.SendAsync(page, [])).Status);
        var file = await ReadyAsync(operating, page);
        Assert.Equal(HttpStatusCode.OK, (await operating.GetAsync(file)).StatusCode);

        hub.Clock.Now += ArchiveExport.Kept;
        await hub.AsAsync(durango, scope => scope.GetRequiredService<MakeExport>().ExecuteAsync(default));
        using var later = await hub.InTheNationAsync(Role.PlatformOperator);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(file)).StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(hub.DataFolder, "files", durango.Id.ToString(), "archives")));
        Assert.Equal(ArchiveExportState.Removed, (await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().ArchiveExports.SingleAsync())).State);
    }

    [Fact]
    public async Task Only_one_is_made_at_a_time()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.AsAsync(durango, scope => scope.GetRequiredService<AskForExport>().ExecuteAsync(null, default))));

        Assert.InRange(asked.Count(refusal => refusal is null), 1, 5);
        Assert.All(asked.Where(refusal => refusal is not null), refusal => Assert.Equal(ExportRefusals.UnderWay, refusal));
        Assert.Equal(ExportRefusals.NationIsTheHub, await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<AskForExport>().ExecuteAsync(null, default)));
    }

    private static async Task<string> ReadyAsync(Browser browser, string page)
    {
        string? found = null;
        await Eventually.IsAsync(Patience, async () => (found = (await browser.OpenAsync(page)).Page.QuerySelector("a[download]")?.GetAttribute("href")) is not null);
        return found!;
    }
}
