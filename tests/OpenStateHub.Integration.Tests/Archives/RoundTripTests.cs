using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Integration.Tests.Backup;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Archives;

/// <summary>A place leaves as one file and is the same to whoever reads it, wherever it arrives.</summary>
public sealed class RoundTripTests(DemoHub hub, PostgresServer server) : IClassFixture<DemoHub>, IDisposable
{
    /// <summary>Enough of each kind of page: their addresses differ in the commitment or the session only.</summary>
    private const int MostOfAKind = 12;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-archive-").FullName;

    // The new name is as long as the old one, because calendars fold their lines by length.
    [Fact]
    public async Task Durango_as_a_new_place_has_the_same_pages_answers_figures_history_and_files()
    {
        var (shown, hidden) = (GivenFiles.Pdf("acta"), GivenFiles.Pdf("borrador"));
        var durango = await hub.FindAsync("durango");
        await hub.KeepAsync(durango, shown);
        await hub.KeepAsync(durango, hidden);
        await hub.PublishAsync(durango, shown);
        var archive = Path.Combine(folder, "durango.zip");

        Assert.Contains("2 files", await hub.RunAsync(0, "tenants", "export", "durango", archive), StringComparison.Ordinal);
        Assert.Contains("is there already", await hub.RunAsync(1, "tenants", "export", "durango", archive), StringComparison.Ordinal);
        Assert.Contains("all as they were recorded", await hub.RunAsync(0, "tenants", "import-archive", archive, "--as", "duranxo"), StringComparison.Ordinal);

        await using (var site = new HubSite(hub))
        {
            await AreTheSameAsync(site, "durango", "duranxo");
            using var anybody = site.At("duranxo");
            var name = (await hub.FilesAsync(durango))[0].Name;
            Assert.Equal(shown, await anybody.GetByteArrayAsync(GivenFiles.Address(shown, name)));
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(GivenFiles.Address(hidden, name))).StatusCode);
        }

        await NothingIsComputedOtherwiseAsync();
        await PeopleAreThereAndSetANewPasswordAsync();
    }

    private static async Task AreTheSameAsync(HubSite site, string first, string second)
    {
        using var client = site.At(first);
        using var other = site.At(second);
        var asked = new Queue<string>([
            "/", "/?lang=en", "/datos", "/api/v1/tenant", "/api/v1/plans", "/api/v1/commitments", "/api/v1/secretariat", "/api/v1/sessions", "/api/v1/decisions",
            "/api/v1/ledger", "/historial", "/secretariado", "/acuerdos", "/planes", "/compromisos", "/sesiones",
        ]);
        var (known, kinds) = (new HashSet<string>(asked), new Dictionary<string, int>());

        while (asked.TryDequeue(out var path))
        {
            var (here, there) = (await ReadAsync(client, path), await ReadAsync(other, path));
            Assert.Equal((path, here.Status), (path, there.Status));
            Assert.Equal(here.Text, there.Text.Replace(second, first, StringComparison.Ordinal).Replace("\"inegiCode\":null", "\"inegiCode\":\"10\"", StringComparison.Ordinal));

            foreach (var link in here.Links.Where(link => known.Add(link)))
            {
                var kind = link.Split('?', '/') is [_, var head, ..] ? head : "";

                if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= MostOfAKind)
                {
                    asked.Enqueue(link);
                }
            }
        }

        Assert.InRange(known.Count, 60, 1000);
    }

    private static async Task<(HttpStatusCode Status, string Text, IReadOnlyList<string> Links)> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();

        if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
        {
            return (answer.StatusCode, text, []);
        }

        using var page = await BrowsingContext.New().OpenAsync(response => response.Address(new Uri(client.BaseAddress!, path)).Content(text));

        // A form's token is another at each answer, and so is what a key of the door is asked to sign.
        foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken], form[data-options]"))
        {
            token.Remove();
        }

        return (answer.StatusCode, page.DocumentElement.OuterHtml, [
            .. page.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().Select(link => new Uri(link.Href))
                .Where(address => address.Host == client.BaseAddress!.Host).Select(address => address.PathAndQuery),
        ]);
    }

    private async Task NothingIsComputedOtherwiseAsync()
    {
        const string Figures = "select md5(string_agg(format('%s %s %s %s', code, as_of, value, computed_at), ';' order by code, as_of)) from metric_snapshots m join tenants t on t.id = m.tenant_id where slug = ";
        var copy = await hub.FindAsync("duranxo");
        var before = await hub.AskAsync(Figures + "'duranxo'");
        await hub.AsAsync(copy, scope => scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(default));

        Assert.Equal(before, await hub.AskAsync(Figures + "'duranxo'"));
        Assert.Equal(await hub.AskAsync(Figures + "'durango'"), before);
    }

    private async Task PeopleAreThereAndSetANewPasswordAsync()
    {
        var copy = await hub.FindAsync("duranxo");
        await using var site = new HubSite(hub);
        using var browser = site.Browser("duranxo");
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("admin@durango.example", DemoHub.Password)).Status);
        var (person, token) = await hub.ResetAsync(copy, "admin@durango.example");
        Assert.Null(await hub.AsAsync(copy, scope => scope.GetRequiredService<ResetPassword>().ExecuteAsync(person, token, GivenPeople.Password, default)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("admin@durango.example")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task Another_hub_gets_the_place_with_its_code_and_memberships_into_the_listed_place()
    {
        var archive = Path.Combine(folder, "morelos.zip");
        await hub.ExportAsync("morelos", archive);
        await using var other = new TestHub(server);
        await other.InitializeAsync();
        Assert.Equal(0, (await HubProcess.RunAsync(other.OwnerConnection, "seed", "reference")).Exit);
        var listed = await other.FindAsync("morelos");

        var (slug, manifest, codeOf) = await other.ImportAsync(archive);

        var place = await other.FindAsync("morelos");
        Assert.Equal(("morelos", null, listed.Id, "17", true), (slug, codeOf, place.Id, place.InegiCode, place.IsServed));
        Assert.Equal(manifest.Ledger.Hash, await other.AskAsync("select hash from ledger_heads"));
        await other.AsAsync(await other.NationalAsync(), scope => scope.GetRequiredService<FoldTotals>().ExecuteAsync(default));
        Assert.Equal(
            await hub.AskAsync("select value::int from metric_snapshots m join tenants t on t.id = m.tenant_id where slug = 'morelos' and code = 'commitments.total' order by as_of desc limit 1"),
            await other.AskAsync("select value::int from metric_totals where code = 'commitments.total' order by as_of desc limit 1"));
        Assert.Contains("is not empty", (await Assert.ThrowsAsync<ArchiveException>(() => other.ImportAsync(archive))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
