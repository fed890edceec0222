using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Pages.Shared;

namespace OpenStateHub.Integration.Tests.Observatory;

/// <summary>The facts of 2015 through the whole site: what the sources tell, on the national pages (domain rules, section 13).</summary>
public sealed class DemonstrationTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private TestHub Hub => demo.Hub;

    [Theory]
    [InlineData("2015-09-01", 13, 6, 1, 6)]
    [InlineData("2015-10-27", 13, 9, 2, 12)]
    public async Task The_figures_of_2015_come_out_of_the_facts(string day, int exercises, int secretariats, int plans, int commitments)
    {
        var found = await Hub.AsAsync(await Hub.NationalAsync(), scope =>
            scope.GetRequiredService<FindMetrics>().ExecuteAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture), CancellationToken.None));
        var values = found.Computed.ToDictionary(f => f.Metric.Code, f => f.Value);

        Assert.Equal(exercises, values["exercises.running"]);
        Assert.Equal(secretariats, values["secretariats.installed"]);
        Assert.Equal(plans, values["plans.published"]);
        Assert.Equal(commitments, values["commitments.total"]);
    }

    [Fact]
    public async Task What_was_published_stands_beside_what_is_computed()
    {
        var rows = await Hub.AsAsync(await Hub.NationalAsync(), scope =>
            scope.GetRequiredService<FindMetrics>().ComparedAsync(CancellationToken.None));
        var commitments = rows.Single(row => row.Metric.Code == "commitments.total");
        var organizations = rows.Single(row => row.Metric.Code == "organizations.participating");

        Assert.Equal((13m, 12m), (commitments.Published, commitments.Computed!.Value));
        Assert.Equal(213m, organizations.Published);
        Assert.NotEqual(213m, organizations.Computed);
        Assert.All(rows, row => Assert.NotEmpty(row.Source));
    }

    [Fact]
    public async Task The_map_has_32_states_and_the_table_tells_the_same()
    {
        var site = demo.Site;
        var page = await site.ReadAsync(null, "/?fecha=2015-10-27");
        var onMap = page.QuerySelectorAll(".map > svg a").Select(a => a.GetAttribute("aria-label")!).Order().ToList();
        var inTable = page.QuerySelectorAll("#map-table tbody tr")
            .Select(row => $"{row.QuerySelector("th")!.TextContent.Trim()}: {row.QuerySelector("td")!.TextContent.Trim()}").Order().ToList();

        Assert.Equal(32, onMap.Count);
        Assert.Equal(onMap, inTable);
        Assert.Equal("Durango: Plan puesto en marcha", onMap.Single(label => label.StartsWith("Durango", StringComparison.Ordinal)));
        Assert.Equal("/entidades/aguascalientes", page.QuerySelector(".map > svg a[aria-label^='Aguascalientes']")!.GetAttribute("href"));
        Assert.Equal(["13", "9", "2"], page.QuerySelectorAll(".headline dd").Select(d => d.TextContent.Trim()));
    }

    [Fact]
    public async Task The_figures_say_their_coverage_and_the_published_ones_their_source()
    {
        var site = demo.Site;
        var page = await site.ReadAsync(null, "/?fecha=2015-10-27");
        var tiles = page.QuerySelectorAll(".stat").ToDictionary(s => s.QuerySelector(".stat-label")!.TextContent, s => s.TextContent);

        Assert.Equal(MetricRegistry.All.Count(metric => !metric.IsDetail), tiles.Count);
        Assert.Contains("9 de 13 integrantes", tiles["Secretariados instalados"], StringComparison.Ordinal);
        Assert.Contains("2 de 9 secretariados con plan", tiles["Planes publicados"], StringComparison.Ordinal);
        Assert.Contains("Fuente:", tiles["Compromisos"], StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll(".compared tbody tr .source").Length);
        Assert.Equal(2, page.QuerySelectorAll(".disagreements li").Length);
    }

    [Fact]
    public async Task Missing_is_never_zero()
    {
        var site = demo.Site;
        var before = await site.ReadAsync(null, "/?fecha=2014-01-01");
        var plans = await site.ReadAsync(null, "/indicadores/plans.published?fecha=2015-10-27");
        var jalisco = plans.QuerySelectorAll(".parts tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Jalisco");

        Assert.All(before.QuerySelectorAll(".stat-value"), value => Assert.Equal("sin datos", value.TextContent));
        Assert.All(before.QuerySelectorAll(".headline dd"), value => Assert.Equal("sin datos", value.TextContent.Trim()));
        Assert.Equal("sin datos", jalisco.QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task An_indicator_is_drawn_and_told()
    {
        var site = demo.Site;
        var page = await site.ReadAsync(null, "/indicadores/secretariats.installed?fecha=2015-09-01");
        var line = page.QuerySelector(".line svg[role=img]")!;

        Assert.Equal("6", page.QuerySelector(".figure-value")!.TextContent.Trim());
        Assert.NotEmpty(line.QuerySelector("title")!.TextContent);
        Assert.NotEmpty(line.QuerySelector("desc")!.TextContent);
        Assert.StartsWith("M0 ", line.QuerySelector(".line-path")!.GetAttribute("d"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".history table tbody tr"));
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/api/v1/metrics/secretariats.installed/history");
    }

    [Fact]
    public async Task Invented_progress_is_marked_wherever_the_country_shows_it()
    {
        var site = demo.Site;
        var list = await site.ReadAsync(null, "/entidades?q=oaxaca");
        var place = await site.ReadAsync(null, "/entidades/oaxaca");
        var indicators = (await site.ReadAsync(null, "/indicadores")).QuerySelectorAll("tbody th").ToDictionary(th => th.QuerySelector("a")!.TextContent, th => th.QuerySelector(".demo"));
        using var client = site.At(null);
        var metrics = JsonDocument.Parse(await client.GetStringAsync("/api/v1/metrics?asOf=2015-10-27")).RootElement.GetProperty("metrics").EnumerateArray()
            .ToDictionary(m => m.GetProperty("code").GetString()!, m => m.GetProperty("demonstration").GetBoolean());

        Assert.NotNull(list.QuerySelector(".places .demo"));
        Assert.NotNull(place.QuerySelector(".panel .demo"));
        Assert.NotNull((await site.ReadAsync("oaxaca", "/planes")).QuerySelector(".record .demo"));
        Assert.All((await site.ReadAsync("oaxaca", "/historial?acto=activity.reported")).QuerySelectorAll(".record"), record => Assert.NotNull(record.QuerySelector(".demo")));
        Assert.NotNull((await site.ReadAsync(null, "/indicadores/progress.verified?fecha=2016-01-01")).QuerySelector(".panel .demo"));
        Assert.Null((await site.ReadAsync(null, "/indicadores/plans.published?fecha=2016-01-01")).QuerySelector(".panel .demo"));
        Assert.Null(indicators["Secretariados instalados"]);
        Assert.NotNull(indicators["Avance verificado"]);
        Assert.Equal((true, false), (metrics["progress.reported"], metrics["commitments.total"]));
    }

    [Fact]
    public async Task What_was_met_late_is_called_so_on_both_hosts()
    {
        var site = demo.Site;
        var tracker = await site.ReadAsync("durango", "/compromisos?plan=2015-2016&estado=Verified");
        var place = await site.ReadAsync(null, "/entidades/durango");
        var there = place.QuerySelectorAll(".record").Single(record => record.QuerySelector("a[href$='/compromisos/agua-limpia']") is not null);

        Assert.Equal("Cumplido con retraso", tracker.QuerySelector(".record .badge")!.TextContent);
        Assert.Equal("Cumplido con retraso", there.QuerySelector(".badge")!.TextContent);
    }

    [Fact]
    public async Task A_place_shows_what_it_published()
    {
        var site = demo.Site;
        var durango = await site.ReadAsync(null, "/entidades/durango");
        var california = await site.ReadAsync(null, "/entidades/baja-california");
        var listed = await site.ReadAsync(null, "/entidades/aguascalientes");

        Assert.Contains("10 de abril de 2015", durango.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a más tardar el 1 de septiembre de 2015", california.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            "http://durango.localhost/compromisos/", durango.QuerySelector(".record-title a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(listed.QuerySelector(".empty"));
        Assert.Empty(listed.QuerySelectorAll(".records"));
    }

    [Theory]
    [InlineData("/entidades/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/entidades/inai", HttpStatusCode.NotFound)]
    [InlineData("/indicadores/plans.imagined", HttpStatusCode.NotFound)]
    [InlineData("/entidades?estado=nowhere", HttpStatusCode.NotFound)]
    [InlineData("/entidades?p=9999", HttpStatusCode.NotFound)]
    [InlineData("/entidades?tipo=7", HttpStatusCode.BadRequest)]
    [InlineData("/entidades?p=02", HttpStatusCode.BadRequest)]
    [InlineData("/entidades.csv?etapa=x", HttpStatusCode.BadRequest)]
    [InlineData("/?fecha=27-10-2015", HttpStatusCode.BadRequest)]
    [InlineData("/?fecha=2099-01-01", HttpStatusCode.BadRequest)]
    public async Task What_does_not_exist_is_not_answered(string path, HttpStatusCode status)
    {
        var site = demo.Site;
        using var client = site.At(null);

        Assert.Equal(status, (await client.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("/entidades")]
    [InlineData("/entidades.csv")]
    [InlineData("/entidades/durango")]
    [InlineData("/indicadores")]
    [InlineData("/indicadores/plans.published")]
    [InlineData("/?fecha=2015-10-27")]
    public async Task A_local_host_has_no_national_page(string path)
    {
        var site = demo.Site;
        using var client = site.At("durango");
        using var answer = await client.GetAsync(path);

        Assert.DoesNotContain("¿Dónde es real", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        if (!path.StartsWith("/?", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_list_filters_and_its_file_has_the_same_rows()
    {
        var site = demo.Site;
        using var client = site.At(null);
        var page = await site.ReadAsync(null, "/entidades?etapa=Implementing");
        var file = await client.GetStringAsync("/entidades.csv?etapa=Implementing");
        var shown = page.QuerySelectorAll(".places tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]);
        var written = file.Trim().Split("\r\n").Skip(1).Select(line => line.Split(',')[0]);
        var accents = await site.ReadAsync(null, "/entidades?q=mexico");

        Assert.Contains("durango", shown);
        Assert.Equal(shown, written);
        Assert.Contains(accents.QuerySelectorAll(".places tbody th a"), a => a.TextContent == "Ciudad de México");
    }

    [Fact]
    public void The_map_knows_each_state_by_its_code()
    {
        using var states = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("seeds", "reference", "states.json")));
        var items = states.RootElement.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(32, items.Count);
        Assert.All(items, item =>
        {
            Assert.Equal(item.GetProperty("svgId").GetString(), MexicoMap.OutlineOf(item.GetProperty("code").GetString()!));
            Assert.True(MexicoMap.Outlines.ContainsKey(item.GetProperty("svgId").GetString()!));
        });
    }
}
