using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>What a plan without a counterpart needs first, how a plan ends, and how the first page of the back office leads there.</summary>
public sealed class PlanEndsTests(ServedHub served) : InAPlace(served)
{
    private const string Page = "/gestion/plan/2026";
    private const string Call = Page + "/convocatoria";

    private static readonly Dictionary<string, string> Whole = new() { ["OpenedOn"] = "2026-05-01", ["ClosedOn"] = "2026-05-20", ["Result"] = "Nadie respondió.\r\nConsta en el acta 4." };

    [Fact]
    public async Task The_gate_leads_to_the_call_and_the_call_opens_the_gate()
    {
        await DraftAsync();
        using var browser = await AdministratorAsync();
        Assert.NotNull((await browser.OpenAsync(Page)).Page.QuerySelector($"main a[href='{Call}']"));

        Assert.Equal(Page, (await browser.SendAsync(Call, Whole)).Location);

        var (_, page) = await browser.OpenAsync(Page);
        Assert.Null(page.QuerySelector(".gate"));
        Assert.Contains("Nadie respondió.", page.QuerySelector(".notice-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nadie respondió.\nConsta en el acta 4.", (await browser.OpenAsync(Call)).Page.QuerySelector("textarea")!.TextContent.Replace("\r", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public async Task Each_error_of_the_call_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await DraftAsync();
        using var browser = await AdministratorAsync();
        (string Field, string Text)[] wrong =
        [
            ("OpenedOn", ""), ("ClosedOn", ""), ("ClosedOn", "2026-05-10"), ("ClosedOn", "2027-01-01"), ("OpenedOn", "ayer"), ("Result", " "),
            ("Result", new string('x', CounterpartCall.MaxResultLength + 1)),
        ];

        foreach (var (field, text) in wrong)
        {
            var answer = await browser.SendAsync(Call, new(Whole) { [field] = text });

            Assert.NotNull(answer.Page.QuerySelector($"#{field.ToLowerInvariant()}-error"));
            Assert.Equal(field == "OpenedOn" ? text : Whole["OpenedOn"], answer.Page.QuerySelector("#openedon")!.GetAttribute("value"));
            Assert.Equal((field == "Result" ? text : "Nadie respondió.").Trim(), answer.Page.QuerySelector("#result")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").Trim());
        }
    }

    [Fact]
    public async Task Of_two_who_record_a_call_the_second_sees_the_first()
    {
        await DraftAsync();
        using var browser = await AdministratorAsync();
        var before = (await browser.OpenAsync(Call)).Page.QuerySelector("input[name=Revision]")!.GetAttribute("value")!;
        await browser.SendAsync(Call, Whole);

        var late = await browser.SendAsync(Call, new(Whole) { ["Result"] = "Una organización respondió.", ["Revision"] = before });

        Assert.Contains("Alguien cambió este plan", late.Errors, StringComparison.Ordinal);
        Assert.Contains("Nadie respondió.", late.Page.QuerySelector(".notice-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Una organización respondió.", late.Page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_whose_period_is_over_waits_to_be_closed_and_is_closed_once()
    {
        await hub.AsAsync(durango, scope => GivenPlans.RunningPlanAsync(scope));
        using (var early = await AdministratorAsync())
        {
            Assert.Null((await early.OpenAsync("/gestion")).Page.QuerySelector($".matters a[href='{Page}']"));
        }

        hub.Clock.Now = new DateTimeOffset(2027, 1, 10, 18, 0, 0, TimeSpan.Zero);
        using var browser = await AdministratorAsync();
        Assert.NotNull((await browser.OpenAsync("/gestion")).Page.QuerySelector($".matters a[href='{Page}']"));

        var future = await browser.SendAsync(Page, new() { ["On"] = "2027-02-01" });
        Assert.Equal(Page, (await browser.SendAsync(Page, new() { ["On"] = "2026-12-31" })).Location);
        var again = await browser.PostAsync(Page, new(await FormAsync(browser)) { ["Step"] = "Close" });

        Assert.NotNull(future.Page.QuerySelector("#on-error"));
        Assert.Contains("no está en ejecución", again.Errors, StringComparison.Ordinal);
        Assert.Equal(PlanStatus.Closed, await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().ActionPlans.Select(plan => plan.Status).SingleAsync()));
        Assert.Contains("Se cerró el plan", (await site.ReadAsync(durango.Slug, "/historial")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_plan_is_closed_with_or_without_its_beginning()
    {
        await hub.AsAsync(durango, async scope =>
        {
            var plan = GivenPlans.Plan("2015") with { StartsOn = new(2015, 1, 1), EndsOn = new(2015, 12, 31), IsTranscription = true, Source = "Plan de 2015" };
            Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
            Assert.Null(await scope.GetRequiredService<PublishPlan>().ExecuteAsync(plan.Id, new(2015, 1, 1), default));
        });
        using var browser = await AdministratorAsync();

        var (_, page) = await browser.OpenAsync("/gestion/plan/2015");
        var first = page.QuerySelector("main a[href*='paso=StartImplementation']")!.GetAttribute("href")!;

        Assert.Equal("Close", page.QuerySelector("input[name=Step]")!.GetAttribute("value"));
        Assert.Equal("StartImplementation", (await browser.OpenAsync(first)).Page.QuerySelector("input[name=Step]")!.GetAttribute("value"));
        await browser.SendAsync(first, new() { ["On"] = "2015-02-01" });
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync("/gestion/plan/2015", new() { ["On"] = "2015-12-31" })).Status);
        Assert.Null((await browser.OpenAsync("/gestion/plan/2015")).Page.QuerySelector("input[name=Step]"));
    }

    [Fact]
    public async Task The_first_page_leads_to_each_matter_and_says_what_comes_next_where_none_waits()
    {
        using var browser = await AdministratorAsync();
        var empty = (await browser.OpenAsync("/gestion")).Page;
        await DraftAsync();
        var waiting = (await browser.OpenAsync("/gestion")).Page;

        Assert.Contains("primer plan", empty.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(empty.QuerySelector(".empty a[href='/gestion/plan/nuevo']"));
        Assert.NotNull(waiting.QuerySelector($".matters a[href='{Page}']"));
        Assert.NotNull(waiting.QuerySelector("a[href='/gestion/ajustes']"));
        Assert.All(waiting.QuerySelectorAll(".matter"), matter => Assert.NotNull(matter.QuerySelector("a[href]")));
    }

    private static async Task<Dictionary<string, string>> FormAsync(Browser browser) => new()
    {
        ["__RequestVerificationToken"] = (await browser.OpenAsync(Call)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
    };

    private Task DraftAsync() => hub.AsAsync(durango, async scope =>
    {
        var plan = GivenPlans.Plan();
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
        var commitment = GivenPlans.Commitment(plan, axis);
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(GivenPlans.Activity(commitment) with { CivilSocietyOwner = null }, default));
    });
}
