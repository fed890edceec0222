using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>A draft becomes public step by step, through its page.</summary>
public sealed class PlanPageTests(ServedHub served) : InAPlace(served)
{
    private const string Page = "/gestion/plan/2026";

    [Fact]
    public async Task Each_step_is_taken_once()
    {
        await DraftAsync(complete: true);
        using var browser = await AdministratorAsync();

        Assert.Equal(Page, (await browser.SendAsync(Page, new() { ["On"] = "2026-01-05" })).Location);
        await ApproveAsync();
        var reopened = await browser.SendAsync(Page, new() { ["Step"] = "OpenConsultation" });
        Assert.Contains("ya no está en borrador", reopened.Errors, StringComparison.Ordinal);
        Assert.Equal(PlanStatus.Approved, await StatusAsync());

        Assert.Equal(Page, (await browser.SendAsync(Page, [])).Location);
        var again = await browser.SendAsync(Page, new() { ["Step"] = "Publish" });
        Assert.Contains("ya se publicó", again.Errors, StringComparison.Ordinal);
        Assert.NotNull(again.Page.QuerySelector("a[href='/planes/2026/versiones']"));

        Assert.Equal(Page, (await browser.SendAsync(Page, [])).Location);
        Assert.Equal(PlanStatus.InImplementation, await StatusAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/planes/2026")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/planes/2026/versiones")).Status);
    }

    [Fact]
    public async Task The_gate_names_the_commitment_and_keeps_the_plan_shut()
    {
        await DraftAsync(complete: false);
        using var browser = await AdministratorAsync();
        await browser.SendAsync(Page, new() { ["On"] = "2026-01-05" });
        await ApproveAsync();

        var refused = await browser.SendAsync(Page, []);

        Assert.Contains("Todavía falta algo", refused.Errors, StringComparison.Ordinal);
        var lacks = refused.Page.QuerySelectorAll(".gate li").Select(item => item.TextContent).ToList();
        var reopen = refused.Page.QuerySelector("main a[href*='paso=ReopenConsultation']")!.GetAttribute("href")!;
        Assert.Contains(lacks, item => item.Contains("1. Seguimiento ciudadano", StringComparison.Ordinal) && item.Contains("problema público", StringComparison.Ordinal));
        Assert.Equal(PlanStatus.Approved, await StatusAsync());

        Assert.Equal(Page, (await browser.SendAsync(reopen, [])).Location);
        Assert.Equal(PlanStatus.Consultation, await StatusAsync());
        Assert.Contains("no espera publicación", (await StepAsync(browser, "ReopenConsultation")).Errors, StringComparison.Ordinal);
        var mend = (await browser.OpenAsync(Page)).Page.QuerySelector(".gate a")!.GetAttribute("href")!;
        Assert.Equal($"{GivenDrafts.Commitment}#form-problem", mend);
        Assert.NotNull((await browser.OpenAsync(GivenDrafts.Commitment)).Page.QuerySelector("#form-problem"));
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_keeps_what_was_typed()
    {
        await DraftAsync(complete: true);
        using var browser = await AdministratorAsync();
        await browser.SendAsync(Page, new() { ["On"] = "2026-01-05" });

        await ApproveAsync();

        var early = await browser.SendAsync(Page, new() { ["On"] = "2026-01-04" });

        Assert.NotNull(early.Page.QuerySelector("#on-error"));
        Assert.Equal("2026-01-04", early.Page.QuerySelector("#on")?.GetAttribute("value"));
        Assert.Equal(PlanStatus.Approved, await StatusAsync());
    }

    [Fact]
    public async Task An_administrator_alone_approves_nothing_and_is_led_to_the_vote()
    {
        await DraftAsync(complete: true);
        using var browser = await AdministratorAsync();
        await browser.SendAsync(Page, new() { ["On"] = "2026-01-05" });

        var (_, page) = await browser.OpenAsync(Page);
        var posted = await StepAsync(browser, "Approve");

        Assert.StartsWith("/gestion/votaciones/nueva?asunto=ApprovePlan&sobre=", page.QuerySelector("main .button-main")?.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty(posted.Errors);
        Assert.Equal(PlanStatus.Consultation, await StatusAsync());
    }

    [Fact]
    public async Task The_list_leads_to_each_plan_and_says_what_comes_next()
    {
        await DraftAsync(complete: true);
        using var browser = await AdministratorAsync();

        var (_, page) = await browser.OpenAsync("/gestion/plan");

        Assert.Equal("Plan 2026", page.QuerySelector($"main a[href='{Page}']")?.TextContent);
        Assert.Contains("abrirlo a consulta", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("page", page.QuerySelector(".mainnav-rooms a[href='/gestion/plan']")?.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Neither_another_role_nor_another_place_reaches_it()
    {
        await DraftAsync(complete: true);
        await hub.PersonAsync(durango, Role.Evaluator);
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var evaluator = await site.SignedInAsync(durango.Slug, Role.Evaluator);
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);

        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.OpenAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.OpenAsync("/gestion/plan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.PostAsync(Page, [])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync(Page)).Status);
    }

    private Task DraftAsync(bool complete) => hub.AsAsync(durango, async scope =>
    {
        var plan = GivenPlans.Plan();
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
        var commitment = GivenPlans.Commitment(plan, axis, problem: complete ? "No se sabe si el agua es potable." : null);
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(GivenPlans.Activity(commitment), default));
    });

    /// <summary>A form of yesterday, which the page no longer shows.</summary>
    private static async Task<Browser.Answer> StepAsync(Browser browser, string step)
    {
        var (_, page) = await browser.OpenAsync(Page);
        return await browser.PostAsync(Page, Browser.FieldsOf(page.QuerySelector("form[action='/cuenta/salir']")!).Append(new("Step", step)).ToDictionary());
    }

    private Task ApproveAsync() => hub.AsAsync(durango, async scope =>
    {
        var plan = await scope.GetRequiredService<HubDbContext>().ActionPlans.Select(p => p.Id).SingleAsync();
        Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(plan, GivenPlans.Agreement, new(2026, 1, 20), default));
    });

    private Task<PlanStatus> StatusAsync() => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().ActionPlans.Select(plan => plan.Status).SingleAsync());
}
