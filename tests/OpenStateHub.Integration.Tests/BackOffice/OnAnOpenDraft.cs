using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>An administrator before a draft with one commitment that has no parts yet.</summary>
public abstract class OnAnOpenDraft(ServedHub served) : InAPlace(served)
{
    private protected const string Commitment = "/gestion/plan/2026/compromisos/agua-limpia";
    private protected const string Page = Commitment + "/actividades";

    private protected Browser browser = null!;
    private protected AddCommitment.Input written = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        browser = await AdministratorAsync();
        await hub.AsAsync(durango, async scope =>
        {
            var plan = GivenPlans.Plan();
            var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
            written = GivenPlans.Commitment(plan, axis);
            Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
            Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
            Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(written, default));
        });
    }

    /// <summary>The promise itself, without what comes after its publication.</summary>
    private protected static List<string> Shown(IDocument page) =>
        [.. page.QuerySelectorAll("main h1, main h2, main h4, main dt, main dd, main .activity p")
            .Where(part => part.Closest("[aria-labelledby=cadena], [aria-labelledby=comentarios]") is null)
            .Select(part => string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private protected static List<string?> Required(IDocument page) => [.. page.QuerySelectorAll("main [aria-required=true]").Select(field => field.Id)];

    private protected static string TokenOf(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private protected static List<string?> Values(IDocument page) => [.. page.QuerySelectorAll("[data-weight]").Select(input => input.GetAttribute("value"))];

    private protected static Dictionary<string, string> Filled(IDocument page, Dictionary<string, string> values, string form = "main form")
    {
        var fields = page.QuerySelectorAll($"{form} input[name]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");

        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>A form that lacks nothing but what a test is about.</summary>
    private protected static Dictionary<string, string> Whole(Dictionary<string, string> values) =>
        new(new Dictionary<string, string> { ["Form.Description"] = "Medir", ["Form.Deliverable"] = "Acta", ["Form.DueOn"] = "2026-05-31" }.Concat(values).GroupBy(pair => pair.Key, pair => pair.Value).ToDictionary(pair => pair.Key, pair => pair.Last()));

    private protected Task<Browser.Answer> AddAsync(string description, Dictionary<string, string>? values = null)
    {
        var fields = new Dictionary<string, string> { ["Form.Description"] = description, ["Form.Deliverable"] = "Informe", ["Form.DueOn"] = "2026-06-30", ["then"] = "activity" };

        foreach (var (name, value) in values ?? [])
        {
            fields[name] = value;
        }

        return browser.SendAsync(Page, fields, ".panel-form form");
    }

    private protected Task<Guid> GivenActivityAsync() => hub.AsAsync(durango, async scope =>
    {
        var input = GivenPlans.Activity(written);
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(input, default));
        return input.Id;
    });

    private protected Task<List<Activity>> ActivitiesAsync() => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().Activities.AsNoTracking().OrderBy(a => a.Position).ToListAsync());

    private protected Task<List<string>> SlugsAsync() => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().Commitments.OrderBy(c => c.Number).Select(c => c.Slug).ToListAsync());

    public override ValueTask DisposeAsync()
    {
        browser.Dispose();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }
}
