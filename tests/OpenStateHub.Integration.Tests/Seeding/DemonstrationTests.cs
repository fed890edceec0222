using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Seeding;

/// <summary>The facts that the demonstration must reproduce (domain rules, section 13), as anybody reads them from the API.</summary>
public sealed class DemonstrationTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("2015-09-01", "exercises.running", 13)]
    [InlineData("2015-09-01", "secretariats.installed", 6)]
    [InlineData("2015-09-01", "plans.published", 1)]
    [InlineData("2015-10-27", "exercises.running", 13)]
    [InlineData("2015-10-27", "secretariats.installed", 9)]
    [InlineData("2015-10-27", "plans.published", 2)]
    [InlineData("2015-10-27", "commitments.total", 12)]
    [InlineData("2015-10-27", "commitments.proactive", 2)]
    [InlineData("2015-10-27", "published.exercises", 13)]
    [InlineData("2015-10-27", "published.secretariats", 9)]
    [InlineData("2015-10-27", "published.plans", 2)]
    [InlineData("2015-10-27", "published.commitments", 13)]
    [InlineData("2015-10-27", "published.organizations", 213)]
    public async Task The_national_figures_of_2015_are_reproduced(string asOf, string code, int value)
    {
        using var client = demo.Site.At(null);

        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/v1/metrics?asOf={asOf}");
        var metric = answer.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("code").GetString() == code);

        Assert.Equal(value, metric.GetProperty("value").GetDecimal());
        Assert.NotEmpty(metric.GetProperty("source").GetString()!);
        Assert.NotEmpty(metric.GetProperty("definition").GetString()!);
    }

    [Fact]
    public async Task Nothing_was_reported_before_the_first_secretariat()
    {
        using var client = demo.Site.At(null);

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/metrics?asOf=2014-12-31");

        Assert.All(answer.GetProperty("metrics").EnumerateArray(), metric =>
            Assert.Equal(JsonValueKind.Null, metric.GetProperty("value").ValueKind));
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        using var client = demo.Site.At(null);
        await Eventually.IsAsync(TimeSpan.FromSeconds(60), NothingIsDueAsync);
        var before = await ContentsAsync(demo.Hub);

        var (exit, output) = await HubProcess.RunAsync(demo.Hub.OwnerConnection, "seed", "demo");

        Assert.Equal(0, exit);
        Assert.Contains("there already", output, StringComparison.Ordinal);
        Assert.Equal(before, await ContentsAsync(demo.Hub));
    }

    /// <summary>What the seeding asked for, and the site works off when it starts.</summary>
    private async Task<bool> NothingIsDueAsync() => await demo.Hub.AsAsync(await demo.Hub.NationalAsync(), async scope =>
        !await scope.GetRequiredService<HubDbContext>().WorkDue.AnyAsync(
            work => (work.Kind == WorkKind.Metrics || work.Kind == WorkKind.Totals) && work.DueAt <= demo.Hub.Clock.GetUtcNow().AddMinutes(5)));

    internal static async Task<List<string>> ContentsAsync(TestHub hub)
    {
        await using var connection = new Npgsql.NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            """
            select format('%s %s %s', 'total', code, as_of) || coalesce(' ' || round(value, 6)::text, '') from metric_totals
            union all
            select format('place %s %s %s %s', t.slug, t.status, p.plan_slug, round(p.reported, 6)) from published_tenants p join tenants t on t.id = p.tenant_id
            union all
            select format('rows of %s: %s', t.slug, (select count(*) from progress_reports r where r.tenant_id = t.id)) from tenants t
            order by 1
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();

        while (await reader.ReadAsync())
        {
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)}"));
        }

        return rows;
    }
}
