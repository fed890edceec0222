using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Onboarding;

namespace OpenStateHub.Integration.Tests.Observatory;

/// <summary>Where each place stands and since when, on the pages of the nation and of a state. Today is 15 June 2026.</summary>
public sealed class StagePagesTests(StagePagesTests.Country country) : IClassFixture<StagePagesTests.Country>
{
    private readonly HubSite site = country.Site;

    [Fact]
    public async Task The_country_counts_who_came_how_far_who_stands_still_and_who_is_inactive()
    {
        var page = await site.ReadAsync(null, "/");

        Assert.Equal(["5", "3", "2", "0", "0", "0", "0", "0"], page.QuerySelectorAll(".funnel tbody b").Select(b => b.TextContent));
        Assert.Equal(["guadalupe-victoria-dgo", "mapimi-dgo", "durango", "canatlan-dgo", "lerdo-dgo"], page.QuerySelectorAll(".stuck th a").Select(a => a.TextContent));
        Assert.Contains("desde el 15 de diciembre de 2025 (182 días)", page.QuerySelector(".stuck tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/entidades?etapa=Inactive']"));
    }

    [Fact]
    public async Task On_a_past_day_it_is_as_it_was()
    {
        var page = await site.ReadAsync(null, "/?fecha=2025-12-15");

        Assert.Equal(["1", "1", "1", "0", "0", "0", "0", "0"], page.QuerySelectorAll(".funnel tbody b").Select(b => b.TextContent));
        Assert.Equal(["guadalupe-victoria-dgo"], page.QuerySelectorAll(".stuck th a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task An_act_in_public_ends_being_inactive()
    {
        Assert.Equal(["guadalupe-victoria-dgo"], await ListedAsync("/entidades?etapa=Inactive"));

        Assert.Contains("Inactiva", (await site.ReadAsync(null, "/entidades/guadalupe-victoria-dgo?q=")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);

        await country.ExecuteAsync("insert into act_days (tenant_id, day) select id, '2026-06-14' from tenants where slug = 'guadalupe-victoria-dgo'");

        Assert.Empty(await ListedAsync("/entidades?etapa=Inactive&q=gua"));
        Assert.DoesNotContain("Inactiva", (await site.ReadAsync(null, "/entidades/guadalupe-victoria-dgo?q=")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        await country.ExecuteAsync("delete from act_days");
    }

    [Fact]
    public async Task The_list_is_asked_by_stage_and_by_how_long()
    {
        Assert.Equal(["lerdo-dgo"], await ListedAsync("/entidades?etapa=Invited&tipo=Municipality"));
        Assert.Equal(["guadalupe-victoria-dgo", "mapimi-dgo", "canatlan-dgo", "lerdo-dgo"], await ListedAsync("/entidades?orden=tiempo&estado=durango"));
        using var client = site.At(null);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/entidades?etapa=Dormant")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/entidades?orden=nada")).StatusCode);

        // As the form sends it where nothing was chosen.
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/entidades?q=&tipo=&etapa=&estatus=&estado=&orden=")).StatusCode);
    }

    [Fact]
    public async Task The_api_says_the_stage_its_day_and_who_is_inactive()
    {
        using var client = site.At(null);
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/tenants?parent=durango"));
        var places = answer.RootElement.GetProperty("items").EnumerateArray()
            .Select(p => $"{p.GetProperty("slug")} {p.GetProperty("stage")} {p.GetProperty("stageSince")} {p.GetProperty("inactive")}");
        using var inactive = JsonDocument.Parse(await client.GetStringAsync("/api/v1/tenants?inactive=true"));

        Assert.Equal(
            [
                "canatlan-dgo Onboarding 2026-06-15 False", "guadalupe-victoria-dgo Declared 2025-12-15 True",
                "lerdo-dgo Invited 2026-06-15 False", "mapimi-dgo Declared 2025-12-16 False",
            ],
            places);
        Assert.Equal(1, inactive.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_state_shows_its_own_municipalities_by_stage_and_nobody_else_has_such_a_page()
    {
        var page = await site.ReadAsync("durango", "/municipios");
        var declared = await site.ReadAsync("durango", "/municipios?etapa=Declared");

        Assert.Equal(["Todos 4", "Invitada 1", "En preparación 1", "Declaratoria conjunta 2", "Inactivos 1"], page.QuerySelectorAll(".chip").Select(chip => chip.TextContent.Trim()));
        Assert.Equal(4, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(["guadalupe-victoria-dgo", "mapimi-dgo"], declared.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(["mapimi-dgo"], (await site.ReadAsync("durango", "/municipios?q=MAPIMÍ")).QuerySelectorAll("tbody th a").Select(a => a.TextContent));

        using var municipality = site.At("canatlan-dgo");
        using var national = site.At(null);
        Assert.Equal(HttpStatusCode.NotFound, (await municipality.GetAsync("/municipios")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await national.GetAsync("/municipios")).StatusCode);
    }

    private async Task<IEnumerable<string>> ListedAsync(string path) =>
        (await site.ReadAsync(null, path)).QuerySelectorAll("tbody th a").Select(a => a.TextContent);

    public sealed class Country(PostgresServer server) : TestHub(server)
    {
        public HubSite Site { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            var durango = await PlaceAsync("durango", "10");
            await this.ListedAsync(durango, "canatlan-dgo", "guadalupe-victoria-dgo", "lerdo-dgo", "mapimi-dgo");
            await this.ListedAsync(null, "chihuahua");
            var (_, token) = await this.InviteAsync("canatlan-dgo");
            Assert.Null(await this.AcceptAsync(await FindAsync("canatlan-dgo"), token));
            await this.InviteAsync("lerdo-dgo");

            // It declared half a year ago to the day, and another one a day later.
            await PublishAsync("guadalupe-victoria-dgo", new(2025, 12, 15));
            await PublishAsync("mapimi-dgo", new(2025, 12, 16));
            Site = new HubSite(this);
        }

        /// <summary>As the server's administrator, whom no policy binds.</summary>
        [SuppressMessage("Security", "CA2100", Justification = "The statements of this file, with its own words in them.")]
        public async Task ExecuteAsync(string sql)
        {
            await using var source = NpgsqlDataSource.Create(AdminConnection);
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await Site.DisposeAsync();
            await base.DisposeAsync();
        }

        private Task PublishAsync(string slug, DateOnly declaredOn) => ExecuteAsync(
            $"""
             update tenants set status = 'Active', invited_on = '{declaredOn:O}' where slug = '{slug}';
             insert into published_tenants (tenant_id, declared_on, plans, counted, commitments, late_activities, government_seats, civil_society_seats, guarantor_seats, demonstration)
             select id, '{declaredOn:O}', 0, 0, 0, 0, 0, 0, 0, false from tenants where slug = '{slug}'
             """);
    }
}
