using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Api;

/// <summary>What a script reads of a place: the contract's names, and nothing that is not public.</summary>
public sealed class TenantEndpointsTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private readonly HubSite site = hub.Site;
    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        place = await hub.PlaceAsync($"lugar-{Guid.NewGuid():N}"[..20]);
        await hub.AsAsync(place, async scope =>
        {
            var activity = (await GivenPlans.RunningPlanAsync(scope))[0];
            Assert.Null(await scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activity), default));
            Assert.Null(await GivenPlans.AnswerAsync(scope, activity, Sector.CivilSociety));
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_lists_carry_the_names_of_the_contract()
    {
        var plan = (await ReadAsync("/api/v1/plans")).GetProperty("items")[0];
        var commitment = (await ReadAsync("/api/v1/commitments?plan=2026&status=Complete&late=false")).GetProperty("items")[0];

        AssertHas(plan, "slug", "title", "status", "startsOn", "endsOn", "publishedOn", "reportedPercent", "verifiedPercent", "counted", "total", "url");
        AssertHas(
            commitment, "id", "plan", "uniqueId", "slug", "number", "title", "axis", "proactive", "status", "reportedPercent", "verifiedPercent", "late",
            "startsOn", "endsOn", "url");
        Assert.Equal((100, 0), (plan.GetProperty("reportedPercent").GetDecimal(), plan.GetProperty("verifiedPercent").GetDecimal()));
        Assert.Equal($"http://{place.Slug}.localhost/compromisos/agua-limpia", commitment.GetProperty("url").GetString());
    }

    [Fact]
    public async Task One_commitment_adds_what_was_done_and_who_confirms_it()
    {
        var found = await ReadAsync("/api/v1/commitments/agua-limpia");

        AssertHas(found, "id", "slug", "actors", "fields", "activities", "evidence", "verifications");
        Assert.False(found.TryGetProperty("head", out _));
        Assert.Equal("Informe", found.GetProperty("evidence")[0].GetProperty("title").GetString());
        Assert.Equal("CivilSociety", found.GetProperty("verifications")[0].GetProperty("sector").GetString());
        Assert.Equal("6.3", found.GetProperty("fields").GetProperty("sdgs")[1].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_place_and_its_secretariat_introduce_themselves()
    {
        Assert.Equal(place.Slug, (await ReadAsync("/api/v1/tenant")).GetProperty("slug").GetString());

        var sectors = (await ReadAsync("/api/v1/secretariat")).GetProperty("sectors");

        Assert.Equal(["Government", "CivilSociety", "Guarantor"], sectors.EnumerateArray().Select(s => s.GetProperty("sector").GetString()));
        Assert.All(sectors.EnumerateArray(), sector => Assert.Equal(1, sector.GetProperty("seats").GetArrayLength()));
    }

    [Theory]
    [InlineData("/api/v1/commitments?status=Perhaps")]
    [InlineData("/api/v1/commitments?late=perhaps")]
    [InlineData("/api/v1/plans?page=first")]
    public async Task A_bad_value_is_a_problem(string path)
    {
        using var client = site.At(place.Slug);
        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<JsonElement> ReadAsync(string path)
    {
        using var client = site.At(place.Slug);
        return JsonDocument.Parse(await client.GetStringAsync(path)).RootElement;
    }

    private static void AssertHas(JsonElement found, params string[] names) =>
        Assert.Empty(names.Except(found.EnumerateObject().Select(property => property.Name)));
}
