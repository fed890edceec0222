using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>The parts of a commitment, made and mended through their pages.</summary>
public sealed class ActivitiesPageTests(PostgresServer server) : IAsyncLifetime
{
    private const string Commitment = "/gestion/plan/2026/compromisos/agua-limpia";
    private const string Page = Commitment + "/actividades";

    private readonly TestHub hub = new(server);
    private HubSite site = null!;
    private Tenant durango = null!;
    private Browser browser = null!;
    private AddCommitment.Input commitment = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        site = new HubSite(hub);
        durango = await hub.PlaceAsync("durango");
        await hub.PersonAsync(durango, Role.Administrator);
        browser = await site.SignedInAsync("durango", Role.Administrator);
        await hub.AsAsync(durango, async scope =>
        {
            var plan = GivenPlans.Plan();
            var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
            commitment = GivenPlans.Commitment(plan, axis);
            Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
            Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
            Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));
        });
    }

    [Fact]
    public async Task Three_required_fields_make_an_activity_and_the_owners_are_the_commitments()
    {
        var (_, empty) = await browser.OpenAsync(Page);
        Assert.Equal(["form-description", "form-deliverable", "form-dueon"], Required(empty));

        foreach (var number in Enumerable.Range(1, 3))
        {
            var answer = await AddAsync($"Tomar muestras {number}");
            Assert.EndsWith("&hecho=agregada#agregar", answer.Location, StringComparison.Ordinal);
        }

        var activities = await ActivitiesAsync();
        Assert.Equal(["Tomar muestras 1", "Tomar muestras 2", "Tomar muestras 3"], activities.Select(a => a.Description));
        Assert.All(activities, a => Assert.Equal(("Aguas del Municipio", "Consejo Ciudadano", "Informe", new DateOnly(2026, 6, 30)), (a.GovernmentOwner, a.CivilSocietyOwner, a.Deliverable, a.DueOn)));
        Assert.Equal(10_000, activities.Sum(a => a.Weight));
        var (_, page) = await browser.OpenAsync(Page + "?hecho=agregada");
        Assert.Equal(["33.34 %", "33.33 %", "33.33 %"], page.QuerySelectorAll(".part-weight").Select(weight => weight.TextContent.Split(':')[1].Trim()));
        Assert.Equal("100 %", page.QuerySelector(".parts-total b")?.TextContent);
        Assert.Contains("Se agregó la actividad", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_sent_twice_adds_once_and_the_other_button_leads_back_to_the_plan()
    {
        var id = Guid.CreateVersion7().ToString();

        Assert.EndsWith("#agua-limpia", (await AddAsync("Una", new() { ["Form.Id"] = id, ["then"] = "plan" })).Location, StringComparison.Ordinal);
        Assert.EndsWith("&hecho=agregada#agregar", (await AddAsync("Una", new() { ["Form.Id"] = id })).Location, StringComparison.Ordinal);
        Assert.Single(await ActivitiesAsync());

        await AddAsync("Otra", new() { ["Form.Id"] = id });
        Assert.Equal(["Una", "Otra"], (await ActivitiesAsync()).Select(a => a.Description));
    }

    [Theory]
    [InlineData("Form.Description", " ", "#form-description-error")]
    [InlineData("Form.Deliverable", "", "#form-deliverable-error")]
    [InlineData("Form.DueOn", "", "#form-dueon-error")]
    [InlineData("Form.DueOn", "2027-01-01", "#form-dueon-error")]
    [InlineData("Form.DueOn", "mañana", "#form-dueon-error")]
    [InlineData("Form.GovernmentOwner", "~301", "#form-governmentowner-error")]
    [InlineData("Form.Description", "~2001", "#form-description-error")]
    public async Task A_refusal_stands_beside_its_field_and_keeps_what_was_typed(string field, string typed, string error)
    {
        typed = typed.StartsWith('~') ? new string('a', int.Parse(typed[1..], null)) : typed;

        var refused = await AddAsync("Tomar muestras", new() { [field] = typed, ["Form.CivilSocietyOwner"] = "Vecinos" });

        Assert.NotNull(refused.Page.QuerySelector(error));
        Assert.Equal("Vecinos", refused.Page.QuerySelector("#form-civilsocietyowner")?.GetAttribute("value"));
        Assert.Equal(field == "Form.Deliverable" ? "" : "Informe", refused.Page.QuerySelector("#form-deliverable")?.GetAttribute("value"));
        Assert.Empty(await ActivitiesAsync());
    }

    [Fact]
    public async Task Every_field_of_an_activity_can_be_changed_and_a_new_weight_adjusts_the_others()
    {
        var (first, _) = (await GivenActivityAsync(), await GivenActivityAsync());
        var edit = $"{Page}/{first}";

        var saved = await browser.SendAsync(edit, new()
        {
            ["Form.Description"] = "Medir", ["Form.Deliverable"] = "Acta", ["Form.StartsOn"] = "2026-02-01", ["Form.DueOn"] = "2026-05-31",
            ["Form.GovernmentOwner"] = "Obras", ["Form.CivilSocietyOwner"] = "", ["Form.Means"] = "Foto\r\n\r\n Acta firmada ", ["Form.Weight"] = "75",
        });

        Assert.EndsWith($"&hecho=pesos#actividad-{first}", saved.Location, StringComparison.Ordinal);
        var activities = await ActivitiesAsync();
        var changed = activities.Single(a => a.Id == first);
        Assert.Equal(("Medir", "Acta", "Obras", null), (changed.Description, changed.Deliverable, changed.GovernmentOwner, changed.CivilSocietyOwner));
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 5, 31)), (changed.StartsOn, changed.DueOn));
        Assert.Equal(["Foto", "Acta firmada"], changed.MeansOfVerification);
        Assert.Equal([7500, 2500], activities.Select(a => a.Weight));

        foreach (var (field, typed, error) in new[]
        {
            ("Form.Description", "", "#form-description-error"), ("Form.StartsOn", "2026-06-01", "#form-dueon-error"), ("Form.DueOn", "2027-02-01", "#form-dueon-error"),
            ("Form.Means", new string('a', 10_001), "#form-means-error"), ("Form.Weight", "mucho", "#form-weight-error"), ("Form.Weight", "100", "#form-weight-error"), ("Form.Weight", "0", "#form-weight-error"),
        })
        {
            var refused = await browser.SendAsync(edit, Whole(new() { [field] = typed }));
            Assert.True(refused.Page.QuerySelector(error) is not null, $"{field}: {typed} {refused.Errors}");
        }
    }

    [Fact]
    public async Task Two_people_on_one_activity_see_both_texts_and_nothing_typed_is_lost()
    {
        var id = await GivenActivityAsync();
        var edit = $"{Page}/{id}";
        var (_, mine) = await browser.OpenAsync(edit);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(edit, Whole(new() { ["Form.Description"] = "Lo de ella" }))).Status);

        var conflict = await browser.PostAsync(edit, Whole(new() { ["Form.Description"] = "Lo mío", ["__RequestVerificationToken"] = TokenOf(mine), ["_revision"] = "0", ["Form.Weight"] = "100", ["Form.WeightWas"] = "100" }));

        var row = conflict.Page.QuerySelector(".conflict tbody tr")!.TextContent;
        Assert.Contains("Lo de ella", row, StringComparison.Ordinal);
        Assert.Contains("Lo mío", row, StringComparison.Ordinal);
        Assert.Equal("Lo mío", conflict.Page.QuerySelector("#form-description")?.TextContent.Trim());
        Assert.Equal("Lo de ella", Assert.Single(await ActivitiesAsync()).Description);
        Assert.Equal("1", conflict.Page.QuerySelector("input[name=_revision]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_removed_comes_back_from_the_notice_or_from_the_list()
    {
        var (first, second) = (await GivenActivityAsync(), await GivenActivityAsync());
        var (_, before) = await browser.OpenAsync(Page);

        var removed = await browser.SendAsync(Page, [], $"#actividad-{first} form[action*=Remove]");
        Assert.StartsWith(Page + "?eliminado=", removed.Location, StringComparison.Ordinal);
        var stays = Assert.Single(await ActivitiesAsync());
        Assert.Equal((second, 10_000), (stays.Id, stays.Weight));
        var (_, notice) = await browser.OpenAsync(removed.Location!);
        Assert.Contains("Se eliminó la actividad", notice.QuerySelector(".notice-undo")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Page, (await browser.SendAsync(removed.Location!, [], ".notice-undo form")).Location);

        var (_, after) = await browser.OpenAsync(Page);
        Assert.Equal(before.QuerySelectorAll(".part").Select(part => part.Id), after.QuerySelectorAll(".part").Select(part => part.Id));

        // Somebody writes in its form while it is taken out: the text stays in front of them.
        var (_, open) = await browser.OpenAsync($"{Page}/{first}");
        await browser.SendAsync(Page, [], $"#actividad-{first} form[action*=Remove]");
        var late = await browser.PostAsync($"{Page}/{first}", Whole(new() { ["Form.Description"] = "Tarde", ["__RequestVerificationToken"] = TokenOf(open), ["_revision"] = "0" }));
        Assert.Contains("Alguien eliminó esta actividad", late.Errors, StringComparison.Ordinal);
        Assert.Equal("Tarde", late.Page.QuerySelector("#form-description")?.TextContent.Trim());

        Assert.Equal("/gestion/plan/2026/eliminados?hecho=devuelto", (await browser.SendAsync("/gestion/plan/2026", [], "form[action$=eliminados]")).Location);
        Assert.Equal(2, (await ActivitiesAsync()).Count);
        var gone = await browser.PostAsync("/gestion/plan/2026/eliminados", new() { ["id"] = Guid.NewGuid().ToString(), ["__RequestVerificationToken"] = TokenOf(open) });
        Assert.Contains("Ya se devolvió", gone.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_move_up_and_down()
    {
        var (first, second) = (await GivenActivityAsync(), await GivenActivityAsync());

        Assert.Equal($"{Page}#actividad-{second}", (await browser.SendAsync(Page, new() { ["direction"] = "Up" }, $"#actividad-{second} .move")).Location);

        Assert.Equal([second, first], (await ActivitiesAsync()).Select(a => a.Id));
        var (_, page) = await browser.OpenAsync(Page);
        Assert.True(page.QuerySelector($"#actividad-{second} button[value=Up]")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_there_again_until_it_is_saved()
    {
        var id = await GivenActivityAsync();

        foreach (var (page, form) in new[] { (Page, "form[data-keep]"), ($"{Page}/{id}", "form[data-keep]") })
        {
            var (_, open) = await browser.OpenAsync(page);
            var typed = Filled(open, new() { ["Form.Description"] = "A medio escribir", ["Form.Deliverable"] = "Informe", ["Form.DueOn"] = "2026-06-30" }, form);
            Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/gestion/borrador", typed)).Status);

            var (_, again) = await browser.OpenAsync(page);
            Assert.Equal("A medio escribir", again.QuerySelector("#form-description")?.TextContent.Trim());
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(page, [], form)).Status);
            Assert.NotEqual("A medio escribir", (await browser.OpenAsync(Page)).Page.QuerySelector("#form-description")?.TextContent.Trim());
        }

        Assert.Equal(["A medio escribir", "A medio escribir"], (await ActivitiesAsync()).Select(a => a.Description));
    }

    [Fact]
    public async Task Weights_are_written_proposed_and_saved_only_when_they_are_whole()
    {
        var ids = new[] { await GivenActivityAsync(), await GivenActivityAsync(), await GivenActivityAsync() };
        var weights = Commitment + "/pesos";
        Dictionary<string, string> Typed(params string[] typed) => ids.Zip(typed).ToDictionary(pair => $"Typed[{pair.First}]", pair => pair.Second);

        var refused = await browser.SendAsync(weights, Typed("50", "30", "19.99"));
        Assert.Contains("99.99 %", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("19.99", refused.Page.QuerySelector($"input[name='Typed[{ids[2]}]']")?.GetAttribute("value"));
        Assert.Contains("dos decimales", (await browser.SendAsync(weights, Typed("50", "30", "veinte"))).Errors, StringComparison.Ordinal);
        Assert.Contains("dos decimales", (await browser.SendAsync(weights, Typed("50", "50", "0"))).Errors, StringComparison.Ordinal);
        Assert.Equal([3334, 3333, 3333], (await ActivitiesAsync()).Select(a => a.Weight));

        var (_, form) = await browser.OpenAsync(weights);
        var rest = await browser.PostAsync(weights + "?handler=Rest", Filled(form, Typed("50", "33.33", "33.33")));
        Assert.Equal(["50", "25", "25"], Values(rest.Page));
        Assert.Contains("propuesta", rest.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Page + "?hecho=pesos", (await browser.PostAsync(weights, Filled(rest.Page, []))).Location);
        Assert.Equal([5000, 2500, 2500], (await ActivitiesAsync()).Select(a => a.Weight));

        var equal = await browser.PostAsync(weights + "?handler=Equal", Filled((await browser.OpenAsync(weights)).Page, []));
        Assert.Equal(["33.34", "33.33", "33.33"], Values(equal.Page));

        await GivenActivityAsync();
        var late = await browser.PostAsync(weights, Filled(equal.Page, []));
        Assert.Contains("Alguien cambió", late.Errors, StringComparison.Ordinal);
        Assert.Equal(4, Values(late.Page).Count);
    }

    [Fact]
    public async Task Actions_group_activities_and_are_refused_where_activities_stand_alone()
    {
        var actions = Commitment + "/acciones";
        Assert.Contains("Falta el nombre de la acción", (await browser.SendAsync(actions, new() { ["Title"] = " " })).Errors, StringComparison.Ordinal);
        Assert.Equal(actions, (await browser.SendAsync(actions, new() { ["Title"] = "Medir" })).Location);
        Assert.Equal(actions, (await browser.SendAsync(actions, new() { ["Title"] = "Publicar" }, ".panel-form form")).Location);

        Assert.EndsWith("&hecho=agregada#agregar", (await AddAsync("Tomar muestras")).Location, StringComparison.Ordinal);
        var activity = Assert.Single(await ActivitiesAsync());
        Assert.NotNull(activity.ActionId);

        Assert.Equal(actions, (await browser.SendAsync(actions, new() { ["direction"] = "Up" }, "li:nth-child(2) .move")).Location);
        var (_, page) = await browser.OpenAsync(actions);
        Assert.Equal(["Publicar", "Medir"], page.QuerySelectorAll(".part h3").Select(title => title.TextContent));
        var rename = page.QuerySelector(".part h3 a")!.GetAttribute("href")!;
        await hub.PersonAsync(await hub.PlaceAsync("morelos"), Role.Administrator);
        using var elsewhere = await site.SignedInAsync("morelos", Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync(rename)).Status);
        Assert.NotNull((await browser.SendAsync(rename, new() { ["Title"] = new string('a', 501) })).Page.QuerySelector("#title-error"));
        Assert.Equal(actions, (await browser.SendAsync(rename, new() { ["Title"] = "Difundir" })).Location);

        var removed = await browser.SendAsync(actions, [], "li:nth-child(2) form[action*=Remove]");
        Assert.Empty(await ActivitiesAsync());
        Assert.Equal(actions, (await browser.SendAsync(removed.Location!, [], ".notice-undo form")).Location);
        Assert.Equal(activity.Id, Assert.Single(await ActivitiesAsync()).Id);
    }

    [Fact]
    public async Task The_first_action_of_a_commitment_with_activities_is_refused_and_the_page_says_why()
    {
        var (_, empty) = await browser.OpenAsync(Commitment + "/acciones");
        await GivenActivityAsync();

        var refused = await browser.PostAsync(Commitment + "/acciones", new() { ["Title"] = "Medir", ["__RequestVerificationToken"] = TokenOf(empty) });

        Assert.Contains("o todas las actividades tienen acción o ninguna", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("elimine primero esas actividades", refused.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.Page.QuerySelector(".panel-form"));
    }

    [Fact]
    public async Task An_approved_plan_can_only_be_read_here()
    {
        var id = await GivenActivityAsync();
        var (_, open) = await browser.OpenAsync($"{Page}/{id}");
        await hub.AsAsync(durango, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(commitment.PlanId, new(2026, 1, 5), default));
            Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(commitment.PlanId, GivenPlans.Agreement, new(2026, 1, 20), default));
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
            commitment with { Id = Guid.CreateVersion7(), Number = 2, Text = commitment.Text with { ShortTitle = "Ladrilleras" } }, default)));
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
        await hub.PersonAsync(await hub.PlaceAsync("morelos"), Role.Administrator);
        using var evaluator = await site.SignedInAsync("durango", Role.Evaluator);
        using var elsewhere = await site.SignedInAsync("morelos", Role.Administrator);
        using var nobody = site.Browser("durango");
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
        using var nobody = site.Browser("durango");
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.OpenAsync("/compromisos/agua-limpia")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.OpenAsync("/planes/2026")).Status);

        await hub.AsAsync(durango, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(commitment.PlanId, null, default));
            Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(commitment.PlanId, GivenPlans.Agreement, null, default));
            Assert.Null(await scope.GetRequiredService<PublishPlan>().ExecuteAsync(commitment.PlanId, null, default));
        });

        var (_, published) = await nobody.OpenAsync("/compromisos/agua-limpia");
        Assert.Equal(Shown(published), Shown(preview));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/gestion/plan/2026/vista-previa")).Status);
    }

    /// <summary>What a reader sees of a commitment, its banner, its way back and its download apart.</summary>
    private static List<string> Shown(IDocument page) =>
        [.. page.QuerySelectorAll("main h1, main h2, main h4, main dt, main dd, main .activity p").Select(part => string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static List<string?> Required(IDocument page) => [.. page.QuerySelectorAll("main [aria-required=true]").Select(field => field.Id)];

    private static string TokenOf(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static List<string?> Values(IDocument page) => [.. page.QuerySelectorAll("[data-weight]").Select(input => input.GetAttribute("value"))];

    private static Dictionary<string, string> Filled(IDocument page, Dictionary<string, string> values, string form = "main form")
    {
        var fields = page.QuerySelectorAll($"{form} input[name]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");

        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>A form that lacks nothing but what a test is about.</summary>
    private static Dictionary<string, string> Whole(Dictionary<string, string> values) =>
        new(new Dictionary<string, string> { ["Form.Description"] = "Medir", ["Form.Deliverable"] = "Acta", ["Form.DueOn"] = "2026-05-31" }.Concat(values).GroupBy(pair => pair.Key, pair => pair.Value).ToDictionary(pair => pair.Key, pair => pair.Last()));

    private Task<Browser.Answer> AddAsync(string description, Dictionary<string, string>? values = null)
    {
        var fields = new Dictionary<string, string> { ["Form.Description"] = description, ["Form.Deliverable"] = "Informe", ["Form.DueOn"] = "2026-06-30", ["then"] = "activity" };

        foreach (var (name, value) in values ?? [])
        {
            fields[name] = value;
        }

        return browser.SendAsync(Page, fields, ".panel-form form");
    }

    private Task<Guid> GivenActivityAsync() => hub.AsAsync(durango, async scope =>
    {
        var input = GivenPlans.Activity(commitment);
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(input, default));
        return input.Id;
    });

    private Task<List<Activity>> ActivitiesAsync() => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().Activities.AsNoTracking().OrderBy(a => a.Position).ToListAsync());

    private Task<List<string>> SlugsAsync() => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().Commitments.OrderBy(c => c.Number).Select(c => c.Slug).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
