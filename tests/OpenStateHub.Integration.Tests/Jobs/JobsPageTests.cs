using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Jobs;

/// <summary>What the operator sees of the work that runs by itself, and asks of it.</summary>
public sealed class JobsPageTests(PostgresServer server) : IAsyncLifetime
{
    private const string Page = "/gestion/trabajos";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_job_asked_for_twice_at_once_runs_once_and_says_who_asked()
    {
        await hub.PlaceAsync("durango");
        await using var site = new HubSite(hub);
        using var operating = await OperatorAsync(site);
        await using var held = await HoldAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => operating.SendAsync(Page, [])));

        Assert.Equal($"{Page}?hecho=pedido", Assert.Single(answers, answer => answer.Status is HttpStatusCode.Redirect).Location);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Redirect), refused => Assert.Matches("ya está (pedido|corriendo)", refused.Errors));

        await held.DisposeAsync();
        await EndedAsync(runs: 1);
        var (_, page) = await operating.OpenAsync(Page);
        Assert.Contains("Persona PlatformOperator", page.QuerySelector("#nightly-walk")!.Closest("section")!.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_asked_for_again_once_it_has_ended()
    {
        await using var site = new HubSite(hub);
        using var operating = await OperatorAsync(site);

        for (var runs = 1; runs <= 2; runs++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await operating.SendAsync(Page, [])).Status);
            await EndedAsync(runs);
        }
    }

    [Fact]
    public async Task A_failure_is_told_with_its_place_in_plain_words_and_the_logs_reference()
    {
        await hub.PlaceAsync("jalisco");
        await ExecuteAsync("update tenants set time_zone = 'Nowhere/Land' where slug = 'jalisco'");
        await using var site = new HubSite(hub);
        using var operating = await OperatorAsync(site);

        await operating.SendAsync(Page, []);
        await EndedAsync(runs: 1);

        var (_, page) = await operating.OpenAsync(Page);
        var row = page.QuerySelector("section.job tbody tr")!.TextContent;
        Assert.Contains("Con fallas", row, StringComparison.Ordinal);
        Assert.Contains("Cifras y páginas públicas. Error del programa o dato inesperado.", row, StringComparison.Ordinal);
        Assert.Matches("jalisco", row);
        Assert.Matches("Referencia en la bitácora:\\s+[0-9a-f]{32}", row);
    }

    [Fact]
    public async Task Due_work_that_fails_again_and_again_is_told()
    {
        var jalisco = await hub.PlaceAsync("jalisco");
        await using var site = new HubSite(hub);
        using var operating = await OperatorAsync(site);
        await ExecuteAsync("update tenants set time_zone = 'Nowhere/Land' where slug = 'jalisco'");
        await hub.AsAsync(jalisco, scope => scope.GetRequiredService<QueueWork>().ExecuteAsync(jalisco.Id, WorkKind.Metrics, default));

        await Eventually.IsAsync(Patience, async () =>
        {
            var (_, page) = await operating.OpenAsync(Page);
            return page.QuerySelector("main > .failures")?.TextContent is { } told && told.Contains("(jalisco): Cifras de un lugar", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_unknown_job_is_not_found_and_no_administrator_of_a_place_comes_in()
    {
        await hub.PersonAsync(await hub.PlaceAsync("durango"), Role.Administrator);
        await using var site = new HubSite(hub);
        using var operating = await OperatorAsync(site);
        using var administering = await site.SignedInAsync("durango", Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await operating.SendAsync(Page, new() { ["trabajo"] = "no-existe" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administering.OpenAsync(Page)).Status);
    }

    private async Task<Browser> OperatorAsync(HubSite site)
    {
        await hub.PersonAsync(await hub.NationalAsync(), Role.PlatformOperator);
        return await site.SignedInAsync(null, Role.PlatformOperator);
    }

    /// <summary>Until it is let go, no walk gets past a place whose public rows it must write.</summary>
    private async Task<NpgsqlTransaction> HoldAsync()
    {
        var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table published_tenants in exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private Task EndedAsync(int runs) => Eventually.IsAsync(Patience, async () =>
    {
        var found = await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<ListJobRuns>().ExecuteAsync("nightly-walk", 7, default));
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand("select count(*) from qrtz_triggers where trigger_group = 'asked'");
        return found.Count == runs && found.All(ran => ran.Run.Outcome is not JobOutcome.Running) && (long)(await command.ExecuteScalarAsync())! == 0;
    });

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
