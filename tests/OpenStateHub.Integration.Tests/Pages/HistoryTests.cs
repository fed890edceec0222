using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Integration.Tests.Pages;

public sealed class HistoryTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private readonly HubSite site = hub.Site;
    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        place = await hub.PlaceAsync($"lugar-{Guid.NewGuid():N}"[..20]);
        await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope));
    }

    [Fact]
    public async Task A_citizen_reads_what_happened_and_reaches_its_subject()
    {
        var page = await site.ReadAsync(place.Slug, "/historial");

        Assert.Equal(7, page.QuerySelectorAll(".record").Length);
        var published = page.QuerySelector("#asiento-1")!;
        Assert.Contains("Se publicó el plan: Plan 2026", published.TextContent, StringComparison.Ordinal);
        Assert.Equal("/planes/2026", published.QuerySelector(".record-title a")!.GetAttribute("href"));
        Assert.StartsWith("/compromisos/agua-limpia#actividad-", page.QuerySelector("#asiento-3 .record-title a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?acto=seat.filled", 3)]
    [InlineData("?sobre=plan/2026", 2)]
    [InlineData("?sobre=plan%2F2026&acto=plan.started&lang=en", 1)]
    public async Task It_is_filtered_by_act_and_subject(string query, int entries) =>
        Assert.Equal(entries, (await site.ReadAsync(place.Slug, "/historial" + query)).QuerySelectorAll(".record").Length);

    [Theory]
    [InlineData("/historial?acto=nothing.known")]
    [InlineData("/historial?sobre=plan/other")]
    [InlineData("/historial?sobre=garbage")]
    [InlineData("/historial?p=9")]
    [InlineData("/planes/other/versiones")]
    [InlineData("/planes/2026/version.txt?numero=2")]
    public async Task What_the_history_does_not_know_is_not_found(string address)
    {
        using var client = site.At(place.Slug);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_place_without_acts_says_what_comes_next()
    {
        var empty = await hub.PlaceAsync($"vacio-{Guid.NewGuid():N}"[..20]);

        Assert.NotNull((await site.ReadAsync(empty.Slug, "/historial")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_signed_version_is_downloaded_as_its_hash_was_taken()
    {
        var page = await site.ReadAsync(place.Slug, "/planes/2026/versiones");
        using var client = site.At(place.Slug);

        var text = await client.GetStringAsync("/planes/2026/version.txt?numero=1");

        Assert.Equal(CanonicalText.Sha256Of(text), page.QuerySelector("#version-1 code")!.TextContent);
    }

    [Fact]
    public async Task The_api_gives_every_hashed_field_page_by_page()
    {
        using var client = site.At(place.Slug);

        var first = await client.GetFromJsonAsync<JsonElement>("/api/v1/ledger?pageSize=5");
        var second = await client.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString());

        Assert.Equal((7, 5, 2), (first.GetProperty("total").GetInt32(), first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(
            ["sequence", "recordedAt", "occurredOn", "office", "sector", "act", "subject", "contentHash", "previousHash", "hash"],
            first.GetProperty("items")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("plan/2026", first.GetProperty("items")[0].GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Anybody_checks_the_chain_with_the_script_of_the_README()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "There is no python3 on this machine.");
        using var real = new HubSite(hub);
        real.UseKestrel(0);
        real.StartServer();
        var port = real.ClientOptions.BaseAddress.Port;

        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, (await File.ReadAllTextAsync(Repository.PathOf("README.md"))).Split("```python\n")[1].Split("```")[0]);

        var (exit, output) = await RunAsync("python3", script, $"http://{place.Slug}.localhost:{port}");

        File.Delete(script);

        Assert.Equal((0, true), (exit, output.StartsWith("7 entries, each linked", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_act_has_its_sentence()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizer<LedgerWords>>();
        var acts = typeof(Refusal).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Acts", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();

        Assert.NotEmpty(acts);
        Assert.DoesNotContain(acts, act => words[$"Act_{act}"].ResourceNotFound);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
