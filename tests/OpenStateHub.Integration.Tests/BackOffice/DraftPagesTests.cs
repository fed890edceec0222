using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>A draft as a whole: its order, its preview, and who may do what with it, and until when.</summary>
public sealed class DraftPagesTests(ServedHub served) : OnAnOpenDraft(served)
{
    [Fact]
    public async Task An_approved_plan_can_only_be_read_here()
    {
        var id = await GivenActivityAsync();
        var (_, open) = await browser.OpenAsync($"{Page}/{id}");
        await hub.AsAsync(durango, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(written.PlanId, new(2026, 1, 5), default));
            Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(written.PlanId, GivenPlans.Agreement, new(2026, 1, 20), default));
        });

        var (_, page) = await browser.OpenAsync(Page);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("El plan ya está aprobado", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var token = TokenOf(open);
        var refused = await browser.PostAsync($"{Page}/{id}", Whole(new() { ["Form.Description"] = "Otra", ["_revision"] = "0", ["__RequestVerificationToken"] = token }));
        Assert.Contains("aprob", refused.Errors, StringComparison.Ordinal);

        foreach (var handler in new[] { "Remove", "Move" })
        {
            var answer = await browser.PostAsync($"{Page}?handler={handler}", new() { ["id"] = id.ToString(), ["direction"] = "Up", ["revision"] = "0", ["__RequestVerificationToken"] = token });
            Assert.Contains("aprob", answer.Errors, StringComparison.Ordinal);
        }

        Assert.Equal("Tomar las muestras", Assert.Single(await ActivitiesAsync()).Description);
    }

    [Fact]
    public async Task Commitments_change_places_go_and_come_back()
    {
        const string order = "/gestion/plan/2026/orden";
        await hub.AsAsync(durango, async scope => Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(
            written with { Id = Guid.CreateVersion7(), Number = 2, Text = written.Text with { ShortTitle = "Ladrilleras" } }, default)));
        await GivenActivityAsync();

        Assert.Equal(order, (await browser.SendAsync(order, new() { ["direction"] = "Down" }, "li:nth-child(1) .move")).Location);
        Assert.Equal(["ladrilleras", "agua-limpia"], await SlugsAsync());

        var removed = await browser.SendAsync(order, [], "li:nth-child(2) form[action*=Remove]");
        Assert.Equal(["ladrilleras"], await SlugsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(Page)).Status);
        Assert.Equal(order, (await browser.SendAsync(removed.Location!, [], ".notice-undo form")).Location);
        Assert.Equal(["ladrilleras", "agua-limpia"], await SlugsAsync());
        Assert.Single(await ActivitiesAsync());
    }

    [Fact]
    public async Task Neither_another_role_nor_another_place_reaches_any_of_it()
    {
        var id = await GivenActivityAsync();
        await hub.PersonAsync(durango, Role.Evaluator);
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var evaluator = await site.SignedInAsync(durango.Slug, Role.Evaluator);
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);
        using var nobody = site.Browser(durango.Slug);
        string[] pages =
        [
            Page, $"{Page}/{id}", Commitment + "/pesos", Commitment + "/acciones", "/gestion/plan/2026/orden", "/gestion/plan/2026/eliminados",
            "/gestion/plan/2026/vista-previa", "/gestion/plan/2026/vista-previa/agua-limpia",
        ];

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await browser.OpenAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await evaluator.OpenAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await evaluator.PostAsync(page, [])).Status));
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await elsewhere.OpenAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.Redirect), (page, (await nobody.OpenAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.BadRequest), (page, (await browser.PostAsync(page, [])).Status));
        }
    }

    [Fact]
    public async Task The_preview_is_the_public_page_before_it_is_public()
    {
        await GivenActivityAsync();
        using var answer = await browser.GetAsync("/gestion/plan/2026/vista-previa");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var (_, plan) = await browser.OpenAsync("/gestion/plan/2026/vista-previa");
        var (_, preview) = await browser.OpenAsync(plan.QuerySelector(".record-title a")!.GetAttribute("href")!);
        Assert.Contains("nadie más la ve", plan.QuerySelector(".notice-preview")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nadie más la ve", preview.QuerySelector(".notice-preview")!.TextContent, StringComparison.Ordinal);
        using var nobody = site.Browser(durango.Slug);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.OpenAsync("/compromisos/agua-limpia")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.OpenAsync("/planes/2026")).Status);

        await hub.AsAsync(durango, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(written.PlanId, null, default));
            Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(written.PlanId, GivenPlans.Agreement, null, default));
            Assert.Null(await scope.GetRequiredService<PublishPlan>().ExecuteAsync(written.PlanId, null, default));
        });

        var (_, published) = await nobody.OpenAsync("/compromisos/agua-limpia");
        Assert.Equal(Shown(published), Shown(preview));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/gestion/plan/2026/vista-previa")).Status);
    }
}
