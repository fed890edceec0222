using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Jobs;

/// <summary>The nightly walk through all places, and the record that it leaves.</summary>
public sealed class WalkTests(PostgresServer server) : IAsyncLifetime
{
    private const string Job = "nightly-walk";
    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_failing_place_does_not_stop_the_others_and_is_seen()
    {
        await hub.PlaceAsync("durango");
        await hub.PlaceAsync("jalisco");
        await hub.PlaceAsync("morelos");
        await ExecuteAsync("update tenants set time_zone = 'Nowhere/Land' where slug = 'jalisco'");

        await WalkAsync();

        var ran = Assert.Single(await RunsAsync());
        Assert.Equal((JobOutcome.SomeFailed, 3, 1), (ran.Run.Outcome, ran.Run.Done, ran.Run.Failed));
        var failure = Assert.Single(ran.Failures);
        Assert.Equal(("jalisco", "RefreshMetrics", FaultKind.Program, nameof(TimeZoneNotFoundException)), (failure.Slug, failure.Work, failure.Fault, failure.Detail));
        Assert.Equal(["durango", "inai", "morelos"], await PublishedAsync());
    }

    [Fact]
    public async Task It_visits_suspended_places_and_no_listed_ones()
    {
        var durango = await hub.PlaceAsync("durango");
        await ExecuteAsync($"update tenants set status = 'Suspended' where id = '{durango.Id.Value}'");
        await ExecuteAsync("insert into tenants (id, slug, name, kind, status, time_zone) values (gen_random_uuid(), 'jalisco', 'Jalisco', 'State', 'Listed', 'America/Mexico_City')");

        await WalkAsync();

        Assert.Equal(["durango", "inai"], await PublishedAsync());
    }

    [Fact]
    public async Task Invitations_that_nobody_used_are_erased_a_month_after_their_end()
    {
        var durango = await hub.PlaceAsync("durango");
        await hub.InvitationAsync(durango, Role.Administrator, "vieja@ejemplo.mx");
        hub.Clock.Now += Invitation.Lifetime + PruneInvitations.Kept + TimeSpan.FromMinutes(1);
        await hub.InvitationAsync(durango, Role.Administrator, "nueva@ejemplo.mx");

        await WalkAsync();

        Assert.Equal(["nueva@ejemplo.mx"], await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().Invitations.Select(i => i.Email).ToListAsync()));
    }

    [Fact]
    public async Task A_run_whose_node_was_killed_is_closed_by_the_next()
    {
        await WalkAsync();
        await ExecuteAsync("update job_runs set started_at = started_at - interval '1 minute', outcome = 'Running', finished_at = null");

        await WalkAsync();

        Assert.Equal([JobOutcome.Done, JobOutcome.Interrupted], (await RunsAsync()).Select(ran => ran.Run.Outcome));
    }

    [Fact]
    public async Task Without_a_database_the_walk_ends_as_failed_at_its_first_place()
    {
        await hub.PlaceAsync("durango");

        await Assert.ThrowsAsync<PostgresException>(() => RunAsync((_, _, _) => throw new PostgresException("the server stops", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown)));

        var ran = Assert.Single(await RunsAsync());
        Assert.Equal((JobOutcome.Failed, FaultKind.DatabaseGone, PostgresErrorCodes.AdminShutdown), (ran.Run.Outcome, ran.Run.Fault, ran.Run.Detail));
    }

    [Fact]
    public async Task A_stopping_process_says_how_far_it_came()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
            (_, report, ct) =>
            {
                report.Count();
                stop.Cancel();
                ct.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
            stop.Token));

        var ran = Assert.Single(await RunsAsync());
        Assert.Equal((JobOutcome.Interrupted, 1), (ran.Run.Outcome, ran.Run.Done));
    }

    [Fact]
    public async Task Runs_are_kept_for_ninety_days()
    {
        await WalkAsync();
        hub.Clock.Now += PruneRuns.Kept + TimeSpan.FromMinutes(1);
        await WalkAsync();

        await RunAsync((scope, report, ct) => scope.GetRequiredService<PruneRuns>().ExecuteAsync(report, ct));

        Assert.Equal(2, (await RunsAsync()).Count);
    }

    [Fact]
    public async Task No_place_sees_what_failed()
    {
        var durango = await hub.PlaceAsync("durango");
        await WalkAsync();

        Assert.Empty(await hub.AsAsync(durango, scope => scope.GetRequiredService<ListJobRuns>().ExecuteAsync(Job, 7, default)));
    }

    private Task WalkAsync() => RunAsync((scope, report, ct) => scope.GetRequiredService<WalkPlaces>().ExecuteAsync(report, ct));

    private async Task RunAsync(Func<IServiceProvider, JobReport, CancellationToken, Task> work, CancellationToken ct = default) =>
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<RunJob>().ExecuteAsync(new RunJob.Order(Job, "node", AskedBy: null), work, ct));

    private async Task<List<ListJobRuns.Row>> RunsAsync() =>
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<ListJobRuns>().ExecuteAsync(Job, 7, default));

    private async Task<List<string>> PublishedAsync()
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand("select array_agg(t.slug order by t.slug) from published_tenants p join tenants t on t.id = p.tenant_id");
        return [.. (string[])(await command.ExecuteScalarAsync())!];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
