using System.Text.Json;
using AngleSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Telemetry;

namespace OpenStateHub.Integration.Tests.Telemetry;

/// <summary>What an operator sees of a node without entering it: a process of its own, a log line and a collector.</summary>
public sealed class SeenFromOutsideTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_failure_stands_in_the_log_under_the_reference_of_its_page_with_tenant_and_request()
    {
        await hub.PlaceAsync("durango");
        await using var site = await SiteProcess.StartAsync(hub);
        await ExecuteAsync("alter table action_plans rename to action_plans_away");
        using var client = site.At("durango");

        var html = await (await client.GetAsync("/")).Content.ReadAsStringAsync();
        var page = await BrowsingContext.New().OpenAsync(answer => answer.Content(html));
        var reference = page.QuerySelector("main code")!.TextContent.Trim();

        await Eventually.IsAsync(Patience, () => Task.FromResult(ErrorsOf(site).Any()));
        var line = Assert.Single(ErrorsOf(site));
        var scopes = line.GetProperty("Scopes").EnumerateArray().ToList();
        Assert.Equal("durango", Value(scopes, "Tenant"));
        Assert.Equal("/", Value(scopes, "RequestPath"));
        Assert.NotNull(Value(scopes, "RequestId"));
        Assert.Equal(reference, Value(scopes, "TraceId"));
    }

    [Fact]
    public async Task A_collector_gets_traces_by_place_and_metrics_and_no_secret_of_a_link()
    {
        const string secret = "secreto-que-nadie-debe-leer-en-una-traza-00";
        await hub.PlaceAsync("durango");
        await using var collector = await Collector.StartAsync();
        await using var site = await SiteProcess.StartAsync(
            hub,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "1000"),
            ("OTEL_BSP_SCHEDULE_DELAY", "500"));
        using var client = site.At("durango");

        foreach (var path in new[] { "/", "/", $"/cuenta/invitacion/{secret}", $"/cuenta/restablecer?persona=1&clave={secret}" })
        {
            await client.GetAsync(path);
        }

        await ExecuteAsync("insert into work_due (tenant_id, kind, due_at) select id, 'Metrics', now() + interval '1 day' from tenants where slug = 'durango' on conflict do nothing");
        await ExecuteAsync("update work_due set failing_since = now(), reference = 'x', due_at = now() + interval '1 day'");

        string[] wanted = ["http.server.request.duration", "hub.page_cache.requests", "hub.work.failing", "db.client."];
        await Eventually.IsAsync(Patience, () => Task.FromResult(Array.TrueForAll(wanted, collector.Metrics.Contains)));
        await Eventually.IsAsync(Patience, () => Task.FromResult(collector.Traces.Contains("hub.tenant", StringComparison.Ordinal) && collector.Traces.Contains("cuenta/restablecer", StringComparison.Ordinal)));
        Assert.Contains("openstatehub", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("durango", collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, collector.Metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_anywhere_unless_it_is_asked_for()
    {
        await using var site = new HubSite(hub);

        Assert.DoesNotContain(site.Services.GetServices<IHostedService>(), service => service is Exports);
    }

    private static IEnumerable<JsonElement> ErrorsOf(SiteProcess site) =>
        site.Log.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("LogLevel").GetString() == "Error" && line.GetProperty("Category").GetString()!.Contains("ExceptionHandler", StringComparison.Ordinal));

    private static string? Value(List<JsonElement> scopes, string name) =>
        scopes.Where(scope => scope.ValueKind is JsonValueKind.Object && scope.TryGetProperty(name, out _)).Select(scope => scope.GetProperty(name).ToString()).FirstOrDefault();

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
