using System.Net;
using Npgsql;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>A file of one place cannot be reached from another: not by its address, its hash or its name, and not on disk.</summary>
public sealed class FilePathTests(DemoHub hub) : IClassFixture<DemoHub>, IAsyncLifetime
{
    private readonly byte[] secret = GivenFiles.Pdf("de Durango");
    private readonly byte[] common = GivenFiles.Pdf("de los dos");

    private HubSite site = null!;
    private Tenant durango = null!;

    public async ValueTask InitializeAsync()
    {
        durango = await hub.FindAsync("durango");
        site = new HubSite(hub);

        foreach (var slug in new[] { "durango", "morelos" })
        {
            using var browser = await AdministratorAsync(slug);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(($"comun-{slug}.pdf", common))).Status);
        }

        using (var browser = await AdministratorAsync("durango"))
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(("secreto.pdf", secret))).Status);
        }
    }

    [Fact]
    public async Task Every_path_belongs_to_the_place_whose_row_names_it()
    {
        await using var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select tenant_id || '/' || left(sha256, 2) || '/' || sha256 from files", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();

        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        Assert.Equal(3, rows.Count);
        Assert.Equal(rows.Order(), GivenFiles.PathsOf(hub).Select(path => string.Join('/', path)).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Elsewhere_a_file_is_like_one_that_does_not_exist(bool isPublic)
    {
        if (isPublic)
        {
            await hub.PublishAsync(durango, secret);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("durango", GivenFiles.Address(secret, "secreto.pdf"), signedIn: false)).Status);
        }

        foreach (var signedIn in new[] { false, true })
        {
            foreach (var slug in new[] { "morelos", null })
            {
                var unknown = await AskAsync(slug, GivenFiles.Address("nada"u8.ToArray(), "nada.pdf"), signedIn);
                Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
                Assert.DoesNotContain("nada", unknown.Body, StringComparison.Ordinal);

                Assert.Equal(unknown, await AskAsync(slug, GivenFiles.Address(secret, "secreto.pdf"), signedIn));
                Assert.Equal(unknown, await AskAsync(slug, GivenFiles.Address(common, "comun-durango.pdf"), signedIn));

                foreach (var way in WaysAround())
                {
                    Assert.Equal((way, unknown), (way, await AskAsync(slug, way, signedIn)));
                }
            }
        }
    }

    [Fact]
    public async Task A_draft_is_for_the_back_office_of_its_place_alone()
    {
        var unknown = await AskAsync("durango", GivenFiles.Address("nada"u8.ToArray(), "nada.pdf"), signedIn: false);

        Assert.Equal(unknown, await AskAsync("durango", GivenFiles.Address(common, "comun-durango.pdf"), signedIn: false));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("durango", GivenFiles.Address(common, "comun-durango.pdf"), signedIn: true)).Status);
    }

    // From the files folder of one place into that of another.
    private IEnumerable<string> WaysAround()
    {
        var sha256 = GivenFiles.Sha256(secret);
        return
        [
            $"/archivos/..%2F..%2F{durango.Id}%2F{sha256[..2]}%2F{sha256}/secreto.pdf",
            $"/archivos/{sha256}/..%2F..%2F{durango.Id}%2Fsecreto.pdf",
            $"/archivos/{sha256.ToUpperInvariant()}/secreto.pdf",
            $"/archivos/{sha256}/secreto.pdf?tenant={durango.Id}",
        ];
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string? slug, string address, bool signedIn)
    {
        using var browser = signedIn ? await AdministratorAsync(slug) : site.Browser(slug);
        using var answer = await browser.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<Browser> AdministratorAsync(string? slug)
    {
        var browser = site.Browser(slug);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync($"admin@{slug ?? "inai"}.example", DemoHub.Password)).Status);
        return browser;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
