using System.Diagnostics.CodeAnalysis;
using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Observatory;

/// <summary>A national page costs the same few commands over 33 places and over the whole country (design, section 9).</summary>
public sealed class NationalBudgetTests(TestHub hub) : IClassFixture<TestHub>
{
    private const int Budget = 6;
    private static readonly string[] Paths = ["/?fecha=2016-01-31", "/entidades", "/entidades?q=lugar", "/entidades?etapa=Inactive&orden=tiempo", "/entidades/lugar-1", "/indicadores/plans.published"];

    [Fact]
    public async Task Each_national_page_stays_within_its_commands()
    {
        await AddStatesAsync();
        var few = await CommandsAsync();
        await AddMunicipalitiesAsync();
        var many = await CommandsAsync();

        Assert.All(few, page => Assert.InRange(page.Value, 1, Budget));
        Assert.Equal(few, many);
    }

    private async Task<Dictionary<string, int>> CommandsAsync()
    {
        await using var site = new CountedSite(hub);
        var commands = new Dictionary<string, int>();

        foreach (var path in Paths)
        {
            commands[path] = await site.CommandsOfAsync(path);
        }

        return commands;
    }

    private Task AddStatesAsync() => ExecuteAsync(
        """
        insert into tenants (id, slug, name, kind, status, inegi_code, time_zone)
        select gen_random_uuid(), 'lugar-' || n, 'Lugar ' || n, 'State', 'Active', lpad(n::text, 2, '0'), 'America/Mexico_City' from generate_series(1, 32) n
        """);

    private async Task AddMunicipalitiesAsync()
    {
        await ExecuteAsync(
            """
            insert into tenants (id, slug, name, kind, status, inegi_code, parent_id, time_zone)
            select gen_random_uuid(), 'municipio-' || n, 'Municipio ' || n, 'Municipality', 'Active',
                   state.inegi_code || lpad(((n - 1) / 32 + 1)::text, 3, '0'), state.id, 'America/Mexico_City'
            from generate_series(1, 2478) n join tenants state on state.slug = 'lugar-' || ((n - 1) % 32 + 1)
            """);
        await ExecuteAsync(
            """
            insert into published_tenants (tenant_id, declared_on, installed_on, plan_published_on, plans, plan_slug, plan_title, reported, verified,
                counted, commitments, late_activities, government_seats, civil_society_seats, guarantor_seats, demonstration)
            select id, '2015-03-09', '2015-04-10', '2015-08-25', 1, 'plan', 'Plan', 50, 20, 20, 20, 1, 2, 2, 2, false from tenants where kind <> 'National'
            """);
    }

    /// <summary>As the server's administrator, whom no policy binds: the places come all at once.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The statements of this file, without any value in them.")]
    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
