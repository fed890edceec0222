using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking;

/// <summary>What anybody sees of a place without signing in.</summary>
public sealed class TrackerPagesTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private static readonly string[] Public =
        ["/", "/compromisos", "/compromisos/agua-limpia", "/plan", "/planes", "/planes/2026", "/secretariado", "/compromisos.csv", "/compromisos-diccionario.csv"];

    private readonly HubSite site = hub.Site;
    private Tenant place = null!;
    private AddActivity.Input activity = null!;

    public async ValueTask InitializeAsync()
    {
        var slug = $"lugar-{Guid.NewGuid():N}"[..20];
        place = await hub.PlaceAsync(slug);
        activity = (await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope, activities: 2)))[0];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_tracker_answers_in_its_first_words()
    {
        await ReportAsync();

        var page = await site.ReadAsync(place.Slug, "/");

        Assert.Contains(place.Slug, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("50\u00a0% ", page.QuerySelector(".lead")!.TextContent.Replace(";", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("Avance: 50\u00a0% reportado, 0\u00a0% verificado", page.QuerySelector(".pair-large")!.GetAttribute("aria-label"));
        Assert.Contains("1 de 1", page.QuerySelector(".panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aguas del Municipio", page.QuerySelector(".acts li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_is_said_and_counted()
    {
        hub.Clock.Now = new DateTimeOffset(2026, 7, 2, 18, 0, 0, TimeSpan.Zero);

        try
        {
            var page = await site.ReadAsync(place.Slug, "/");

            Assert.Contains("2 actividades llevan retraso", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("1", page.QuerySelector(".tally b")!.TextContent);
            Assert.Single((await site.ReadAsync(place.Slug, "/compromisos?retraso=1")).QuerySelectorAll(".record"));
        }
        finally
        {
            hub.Clock.Now = new DateTimeOffset(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task A_change_is_on_the_page_within_a_second()
    {
        Assert.DoesNotContain("50\u00a0%", (await site.ReadAsync(place.Slug, "/")).QuerySelector(".panel")!.TextContent, StringComparison.Ordinal);

        await ReportAsync();
        var seen = await TakesAsync(async () =>
            (await site.ReadAsync(place.Slug, "/")).QuerySelector(".panel")!.TextContent.Contains("50\u00a0%", StringComparison.Ordinal));

        Assert.InRange(seen, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_commitment_says_who_confirmed_and_who_has_not_answered()
    {
        await ReportAsync();
        await hub.AsAsync(place, async scope =>
            Assert.Null(await GivenPlans.AnswerAsync(scope, activity, Sector.Guarantor)));

        var page = await site.ReadAsync(place.Slug, "/compromisos/agua-limpia");
        var answers = page.QuerySelectorAll(".answers li").Select(item => item.TextContent).ToList();

        Assert.Equal(3, answers.Count);
        Assert.Contains("confirmó el 15 de junio de 2026", answers[2], StringComparison.Ordinal);
        Assert.Contains("por responder, a más tardar el 13 de julio de 2026", answers[0], StringComparison.Ordinal);
        Assert.Contains("Falta la respuesta de: Gobierno Sociedad civil", Plain(page.QuerySelector(".panel")!), StringComparison.Ordinal);
        Assert.Contains("No se sabe si el agua es potable.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Los vecinos toman las muestras.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='https://durango.example/informe']"));
    }

    [Fact]
    public async Task Who_let_the_term_pass_is_said_with_its_day()
    {
        await ReportAsync();
        await hub.AsAsync(place, async scope =>
            Assert.Null(await GivenPlans.AnswerAsync(scope, activity, Sector.Guarantor)));
        hub.Clock.Now = new DateTimeOffset(2026, 7, 14, 18, 0, 0, TimeSpan.Zero);

        try
        {
            var page = await site.ReadAsync(place.Slug, "/compromisos/agua-limpia");

            Assert.Contains("sin respuesta desde el 15 de junio de 2026; su plazo venció el 13 de julio", page.QuerySelector(".answers")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Sin respuesta en el plazo de 20 días hábiles: Gobierno Sociedad civil", Plain(page.QuerySelector(".panel")!), StringComparison.Ordinal);
        }
        finally
        {
            hub.Clock.Now = new DateTimeOffset(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);
        }
    }

    [Theory]
    [InlineData("?q=POTABLE", 1)]
    [InlineData("?q=organizacion%20aguas", 0)]
    [InlineData("?q=aguas%20municipio", 1)]
    [InlineData("?q=%25", 0)]
    [InlineData("?plan=2026&eje=Agua&estado=NotStarted&ods=6&dependencia=Consejo%20Ciudadano&orden=Due", 1)]
    [InlineData("?estado=Verified", 0)]
    [InlineData("?retraso=1", 0)]
    public async Task Search_and_filters_narrow_the_list(string query, int found) =>
        Assert.Equal(found, (await site.ReadAsync(place.Slug, "/compromisos" + query)).QuerySelectorAll(".record").Length);

    [Theory]
    [InlineData("?estado=Otro")]
    [InlineData("?plan=otro")]
    [InlineData("?eje=Otro")]
    [InlineData("?ods=5")]
    [InlineData("?dependencia=Nadie")]
    [InlineData("?p=2")]
    public async Task A_filter_that_the_place_does_not_offer_is_no_page(string query) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/compromisos" + query)).StatusCode);

    [Fact]
    public async Task The_download_has_the_same_filters_and_opens_in_a_spreadsheet()
    {
        var bytes = await (await GetAsync("/compromisos.csv?q=potable")).Content.ReadAsByteArrayAsync();
        var none = await (await GetAsync("/compromisos.csv?q=nada")).Content.ReadAsStringAsync();

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("Seguimiento ciudadano del programa Agua Limpia", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Single(none.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("con_retraso", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_are_kept_post_nothing_and_set_no_cookie()
    {
        foreach (var path in Public)
        {
            using var answer = await GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
            Assert.DoesNotContain("method=\"post\"", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/compromisos/")]
    [InlineData("/planes/")]
    [InlineData("/api/v1/commitments/")]
    public async Task Unknown_draft_and_anothers_answer_the_very_same(string folder)
    {
        var other = await hub.PlaceAsync($"otro-{Guid.NewGuid():N}"[..20]);
        await hub.AsAsync(other, async scope =>
        {
            var plan = GivenPlans.Plan("de-otro");
            var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
            Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
            Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
            Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(GivenPlans.Commitment(plan, axis, shortTitle: "De otro"), default));
        });

        var unknown = await BodyAsync(place, folder + "nunca");

        Assert.Equal(unknown, await BodyAsync(place, folder + "de-otro"));
        Assert.Equal(await BodyAsync(other, folder + "nunca"), await BodyAsync(other, folder + "de-otro"));
        Assert.Equal(await BodyAsync(other, folder + "nunca"), await BodyAsync(other, folder + (folder == "/planes/" ? "2026" : "agua-limpia")));
    }

    [Fact]
    public async Task A_sector_without_a_seat_is_an_alert()
    {
        var bare = await hub.PlaceAsync($"solo-{Guid.NewGuid():N}"[..20]);
        await hub.AsAsync(bare, async scope => Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
            new() { Sector = Sector.Government, Organization = "Contraloría", OrganizationType = OrganizationType.PublicBody }, default)));

        Assert.Contains("Sin quórum sectorial", (await site.ReadAsync(bare.Slug, "/")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sociedad civil", (await site.ReadAsync(bare.Slug, "/secretariado")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.ReadAsync(place.Slug, "/")).QuerySelector(".notice"));
    }

    [Fact]
    public async Task A_place_without_a_plan_says_what_comes_next_and_who_does_it()
    {
        var bare = await hub.PlaceAsync($"nuevo-{Guid.NewGuid():N}"[..20]);
        await hub.AsAsync(bare, async scope => Assert.Null(await scope.GetRequiredService<RecordInstallationStep>().ExecuteAsync(
            new() { Kind = InstallationStepKind.JointDeclaration, Title = "Declaratoria conjunta", KnownBy = new(2015, 9, 1) }, default)));

        var page = await site.ReadAsync(bare.Slug, "/");

        Assert.Contains("Las reglas y la convocatoria", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a más tardar el 1 de septiembre de 2015", page.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_national_host_has_no_tracker_and_no_place_has_the_national_home()
    {
        Assert.DoesNotContain("¿Está cumpliendo", await BodyAsync(await hub.NationalAsync(), "/"), StringComparison.Ordinal);
        Assert.Contains("¿Está cumpliendo", await BodyAsync(place, "/"), StringComparison.Ordinal);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task ReportAsync() => hub.AsAsync(place, async scope =>
        Assert.Null(await scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activity), default)));

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var client = site.At(place.Slug);
        return await client.GetAsync(path);
    }

    private async Task<string> BodyAsync(Tenant where, string path)
    {
        using var client = site.At(where.Slug);
        return await (await client.GetAsync(path)).Content.ReadAsStringAsync();
    }

    private static async Task<TimeSpan> TakesAsync(Func<Task<bool>> happened)
    {
        var began = TimeProvider.System.GetTimestamp();

        while (!await happened() && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(5))
        {
            await Task.Delay(20);
        }

        return TimeProvider.System.GetElapsedTime(began);
    }
}
