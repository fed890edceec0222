using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>A plan begins from nothing or from the last one, and its axes come and go while it is a draft.</summary>
public sealed class NewPlanTests(ServedHub served) : InAPlace(served)
{
    private const string New = "/gestion/plan/nuevo";

    [Fact]
    public async Task From_nothing_with_its_axes()
    {
        using var ana = await AdministratorAsync();

        var answer = await ana.SendAsync(New, new(Typed("Plan de acción 2027")) { ["Form.Axes"] = "Agua\n\n Aire " }, GivenDrafts.Form);

        Assert.StartsWith("/gestion/plan/plan-de-accion-2027/compromisos/nuevo?guardado=", answer.Location, StringComparison.Ordinal);
        Assert.Equal(["Agua", "Aire"], (await PlanAsync("plan-de-accion-2027")).Axes.OrderBy(a => a.Position).Select(a => a.Title));
    }

    [Fact]
    public async Task What_is_proposed_is_enough_and_a_form_sent_twice_drafts_one_plan()
    {
        using var ana = await AdministratorAsync();
        var (_, page) = await ana.OpenAsync(New);
        var proposed = Browser.FieldsOf(page.QuerySelector(GivenDrafts.Form)!);

        var answers = await Task.WhenAll(ana.PostAsync(New, proposed), ana.PostAsync(New, proposed));

        Assert.All(answers, answer => Assert.StartsWith("/gestion/plan/plan-de-accion-local-2026-2027/compromisos/nuevo?", answer.Location, StringComparison.Ordinal));
        var plan = await PlanAsync("plan-de-accion-local-2026-2027");
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2027, 6, 30), "Gobierno abierto"), (plan.StartsOn, plan.EndsOn, Assert.Single(plan.Axes).Title));

        var again = await ana.SendAsync(New, new() { ["Form.Title"] = plan.Title }, GivenDrafts.Form);
        Assert.NotNull(again.Page.QuerySelector(".field-wrong #form-title"));
    }

    [Fact]
    public async Task From_the_last_plan_without_its_dates_and_progress()
    {
        await hub.AsAsync(durango, async scope =>
        {
            var activities = await GivenPlans.RunningPlanAsync(scope, activities: 2);
            Assert.Null(await scope.GetRequiredService<Core.Tracking.ReportProgress>().ExecuteAsync(GivenPlans.Complete(activities[0]), default));
        });
        using var ana = await AdministratorAsync();

        await ana.SendAsync(New, new(Typed("Plan 2027")) { ["Form.From"] = "2026" }, GivenDrafts.Form);

        var commitment = Assert.Single((await PlanAsync("plan-2027")).Commitments);
        Assert.Equal(("agua-limpia-2", "No se sabe si el agua es potable."), (commitment.Slug, commitment.Text.Problem));
        Assert.NotNull(commitment.ContinuationOfId);
        Assert.Equal((2, 1, 1), (commitment.Actors.Count, commitment.Values.Count, commitment.Links.Count));
        Assert.Equal([5000, 5000], commitment.Activities.Select(a => a.Weight));
        Assert.All(commitment.Activities, a => Assert.Equal((ActivityStatus.NotStarted, null, null), (a.Status, a.DueOn, a.DoneOn)));
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_everything_typed_stays()
    {
        (string Field, string Value, string Id)[] cases =
        [
            ("Form.Title", "", "form-title"),
            ("Form.Title", "Nuevo", "form-title"),
            ("Form.Title", "Importar", "form-title"),
            ("Form.Title", "301", "form-title"),
            ("Form.EndsOn", "2026-12-31", "form-endson"),
            ("Form.StartsOn", "", "form-startson"),
            ("Form.Axes", "301", "form-axes"),
        ];
        using var ana = await AdministratorAsync();

        foreach (var (field, value, id) in cases)
        {
            var typed = value == "301" ? new string('a', 301) : value;

            var refused = await ana.SendAsync(New, new(Typed("Plan 2027")) { ["Form.Summary"] = "Un resumen", [field] = typed }, GivenDrafts.Form);

            Assert.NotNull(refused.Page.QuerySelector($".field-wrong #{id}"));
            Assert.Equal("Un resumen", refused.Page.QuerySelector("#form-summary")!.TextContent.Trim());
        }

        Assert.Equal(0, await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().ActionPlans.CountAsync()));
    }

    [Fact]
    public async Task No_plan_takes_the_address_of_a_page()
    {
        var pages = SiteEndpoints.Of(site).Select(SiteEndpoints.RouteOf)
            .Where(route => route.StartsWith("gestion/plan/", StringComparison.Ordinal))
            .Select(route => route.Split('/')[2])
            .Where(part => !part.StartsWith('{'));

        Assert.Subset(Codes.ReservedSlugs.ToHashSet(), pages.ToHashSet());
        Assert.Equal(PlanRefusals.SlugReserved, await hub.AsAsync(durango, scope =>
            scope.GetRequiredService<DraftPlan>().ExecuteAsync(GivenPlans.Plan("nuevo"), default)));
    }

    [Fact]
    public async Task Title_and_period_change_unless_somebody_else_was_faster_or_something_falls_outside()
    {
        await hub.DraftAsync(durango);
        using var ana = await AdministratorAsync();
        const string Head = "/gestion/plan/2026/datos";
        var seen = Browser.FieldsOf((await ana.OpenAsync(Head)).Page.QuerySelector(GivenDrafts.Form)!);

        Assert.Equal(HttpStatusCode.Redirect, (await ana.SendAsync(Head, new() { ["Form.Title"] = "Plan de Durango" }, GivenDrafts.Form)).Status);
        Assert.Equal("Plan de Durango", (await PlanAsync("2026")).Title);

        var told = await ana.PostAsync(Head, new(seen) { ["Form.Title"] = "Plan viejo" });
        Assert.Contains("Plan de Durango", told.Page.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Plan viejo", told.Page.QuerySelector("#form-title")!.GetAttribute("value"));

        await hub.AsAsync(durango, async scope =>
        {
            var commitment = await scope.GetRequiredService<HubDbContext>().Commitments.SingleAsync();
            Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(
                new() { CommitmentId = commitment.Id, Description = "Medir", DueOn = new(2026, 12, 1) }, default));
        });
        var outside = await ana.SendAsync(Head, new() { ["Form.EndsOn"] = "2026-11-30" }, GivenDrafts.Form);
        Assert.Contains("Seguimiento ciudadano", outside.Page.QuerySelector("#form-endson-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axes_are_added_renamed_moved_and_removed_while_empty()
    {
        await hub.DraftAsync(durango);
        using var ana = await AdministratorAsync();
        const string Axes = "/gestion/plan/2026/ejes";

        Assert.Equal(Axes, (await ana.SendAsync(Axes, new() { ["NewTitle"] = "Aire" }, "#new-axis")).Location);
        Assert.Equal(Axes, (await ana.SendAsync(Axes, new() { ["Title"] = "Agua y suelo" }, ".axes li:first-child .axis-name")).Location);
        var first = (await PlanAsync("2026")).Axes.Single(a => a.Position == 0);
        await HandleAsync(ana, Axes, "Down", first.Id);
        Assert.Equal(["Aire", "Agua y suelo"], (await PlanAsync("2026")).Axes.OrderBy(a => a.Position).Select(a => a.Title));

        Assert.Contains("tiene compromisos", (await HandleAsync(ana, Axes, "Remove", first.Id)).Errors, StringComparison.Ordinal);
        var empty = (await PlanAsync("2026")).Axes.Single(a => a.Title == "Aire");
        Assert.Equal(Axes, (await HandleAsync(ana, Axes, "Remove", empty.Id)).Location);
        Assert.Contains("ya no está", (await HandleAsync(ana, Axes, "Up", empty.Id)).Errors, StringComparison.Ordinal);

        var blank = await ana.SendAsync(Axes, new() { ["NewTitle"] = " " }, "#new-axis");
        Assert.NotNull(blank.Page.QuerySelector(".field-wrong #newtitle"));
        var tooLong = await ana.SendAsync(Axes, new() { ["Title"] = new string('a', 301) }, ".axes li:first-child .axis-name");
        Assert.Contains("demasiado largo", tooLong.Errors, StringComparison.Ordinal);
    }

    private static async Task<Browser.Answer> HandleAsync(Browser person, string path, string handler, Guid axis)
    {
        var (_, page) = await person.OpenAsync(path);
        var fields = Browser.FieldsOf(page.QuerySelector(".axis-moves")!);
        fields["AxisId"] = axis.ToString();
        return await person.PostAsync($"{path}?handler={handler}", fields);
    }

    private static Dictionary<string, string> Typed(string title) =>
        new() { ["Form.Title"] = title, ["Form.StartsOn"] = "2027-01-01", ["Form.EndsOn"] = "2027-12-31" };

    private Task<ActionPlan> PlanAsync(string slug) => hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().ActionPlans
        .AsNoTrackingWithIdentityResolution()
        .Include(p => p.Axes)
        .Include(p => p.Commitments).ThenInclude(c => c.Actors)
        .Include(p => p.Commitments).ThenInclude(c => c.Values)
        .Include(p => p.Commitments).ThenInclude(c => c.Links)
        .Include(p => p.Commitments).ThenInclude(c => c.Activities)
        .AsSplitQuery()
        .SingleAsync(p => p.Slug == slug));
}
