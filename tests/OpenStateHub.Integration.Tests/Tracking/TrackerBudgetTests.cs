using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking;

/// <summary>The tracker asks the database the same few questions, however much a place promised.</summary>
public sealed class TrackerBudgetTests(TestHub hub) : IClassFixture<TestHub>
{
    private const int Budget = 6;

    [Fact]
    public async Task Two_commitments_and_two_hundred_cost_the_same_commands()
    {
        var small = await PlaceWithAsync("chico", commitments: 2);
        var large = await PlaceWithAsync("grande", commitments: 200);

        var (few, many) = (await CommandsAsync(small, 2), await CommandsAsync(large, 200));

        Assert.InRange(few, 1, Budget);
        Assert.Equal(few, many);
    }

    private async Task<Tenant> PlaceWithAsync(string slug, int commitments)
    {
        var place = await hub.PlaceAsync(slug);
        await hub.AsAsync(place, async scope =>
        {
            await GivenPlans.RunningPlanAsync(scope, activities: 10);
            await MultiplyAsync(place, commitments - 1);
        });
        return place;
    }

    /// <summary>Copies the one commitment with its ten activities: thousands of commands would say nothing more. Past the triggers, because the plan is published.</summary>
    private async Task MultiplyAsync(Tenant place, int copies)
    {
        await using var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        await using var copy = new NpgsqlCommand(
            """
            set session_replication_role = replica;
            select set_config('app.tenant_id', @tenant, false);
            create temporary table copied as select c.id as origin, gen_random_uuid() as id, n from commitments c, generate_series(2, @copies + 1) n
            where c.tenant_id = app.current_tenant_id();
            insert into commitments (id, plan_id, axis_id, number, slug, title, is_proactive, policy_areas, sdgs, is_demonstration, is_left_out, revision)
            select k.id, c.plan_id, c.axis_id, k.n, c.slug || '-' || k.n, c.title, false, c.policy_areas, c.sdgs, false, false, 0
            from copied k join commitments c on c.id = k.origin;
            insert into activities (id, commitment_id, position, description, due_on, means_of_verification, weight, is_demonstration, status, percent, revision)
            select gen_random_uuid(), k.id, a.position, a.description, a.due_on, '{}', a.weight, false, 'NotStarted', 0, 0
            from copied k join activities a on a.commitment_id = k.origin
            """,
            connection);
        copy.Parameters.AddWithValue("copies", copies);
        copy.Parameters.AddWithValue("tenant", place.Id.Value.ToString());
        await copy.ExecuteNonQueryAsync();
    }

    /// <summary>Every command that reaches the server in one request's scope, the one that names the tenant included.</summary>
    private async Task<int> CommandsAsync(Tenant place, int commitments)
    {
        var counter = new CommandCounter();
        await hub.AsAsync(place, async scope =>
        {
            var tenant = scope.GetRequiredService<TenantContext>();
            var options = new DbContextOptionsBuilder<HubDbContext>()
                .UseNpgsql(hub.AppConnection)
                .AddInterceptors(new TenantConnectionInterceptor(tenant), counter)
                .Options;
            await using var db = new HubDbContext(options);
            var tracker = new FindTracker(db, tenant, new ReadPlans(db), new ReadCommitments(db, tenant, hub.Clock), new FindSectorQuorum(db), hub.Clock);

            var found = await tracker.ExecuteAsync(default);

            Assert.Equal(commitments, found.Figures!.Commitments.Count);
            Assert.Equal(10 * commitments, found.Figures.Commitments.Sum(c => c.Activities.Count));
        });
        return counter.Commands + counter.Connections;
    }

    private sealed class CommandCounter : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public int Commands { get; private set; }

        /// <summary>Each is told its tenant by a command of its own.</summary>
        public int Connections { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Connections++;
            return Task.CompletedTask;
        }
    }
}
