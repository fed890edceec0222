using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>Commitments are written by form: nothing typed is lost, and nobody overwrites what they have not read.</summary>
public sealed class CommitmentFormTests(ServedHub served) : InAPlace(served)
{
    private AddCommitment.Input given = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        given = await hub.DraftAsync(durango);
    }

    [Fact]
    public async Task The_first_screen_is_enough_to_save()
    {
        using var ana = await AdministratorAsync();

        var answer = await ana.SendAsync(
            GivenDrafts.NewCommitment,
            new()
            {
                ["Form.Title"] = "Vigilar las ladrilleras",
                ["Form.Problem"] = "El humo enferma a la colonia.",
                ["Form.Lead"] = "Medio Ambiente",
                ["Form.Counterpart"] = "Vecinos de la zona",
                ["Form.Value"] = "PublicAccountability",
                ["Form.Reason"] = "Se publica cada visita.",
            },
            GivenDrafts.Form);

        Assert.StartsWith("/gestion/plan/2026?guardado=", answer.Location, StringComparison.Ordinal);
        var saved = await CommitmentAsync("vigilar-las-ladrilleras");
        Assert.Equal((2, given.AxisId, "El humo enferma a la colonia."), (saved.Number, saved.AxisId, saved.Text.Problem));
        Assert.Equal(
            [(ActorRole.Lead, Sector.Government, "Medio Ambiente"), (ActorRole.CivilSocietyCounterpart, Sector.CivilSociety, "Vecinos de la zona")],
            saved.Actors.OrderBy(a => a.Role).Select(a => (a.Role, a.Sector, a.Organization)));
        Assert.Equal("Se publica cada visita.", Assert.Single(saved.Values).Reason);
    }

    [Fact]
    public async Task What_was_not_touched_stays_as_it_was()
    {
        using var ana = await AdministratorAsync();

        await ana.SendAsync(GivenDrafts.Commitment, new() { ["Form.Budget"] = "Sin gasto" }, GivenDrafts.Form);

        var saved = await CommitmentAsync("agua-limpia");
        Assert.Equal((1, "Sin gasto", given.Text.Indicator), (saved.Revision, saved.Text.Budget, saved.Text.Indicator));
        Assert.Equal((2, 1, 1), (saved.Actors.Count, saved.Values.Count, saved.Links.Count));
        Assert.Equal(["water-sanitation"], saved.Text.PolicyAreas);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_everything_typed_stays()
    {
        (string Field, string Value, string Id)[] cases =
        [
            ("Form.Title", "", "form-title"),
            ("Form.Title", "501", "form-title"),
            ("Form.ShortTitle", "201", "form-shorttitle"),
            ("Form.Problem", "10001", "form-problem"),
            ("Form.UniqueId", "41", "form-uniqueid"),
            ("Form.Lead", "301", "form-lead"),
            ("Form.Unit", "10001", "form-unit"),
            ("Form.EndsOn", "2027-01-01", "form-startson"),
            ("Form.StartsOn", "31/12/2026x", "form-startson"),
            ("Form.Sdgs", "18", "form-sdgs"),
            ("Form.Reason", "", "form-reason"),
            ("Form.Value", "", "form-value"),
            ("Form.Links[0].Target", "no es un ocid", "form-links-0-target"),
            ("Form.Number", "0", "form-number"),
        ];
        using var ana = await AdministratorAsync();

        foreach (var (field, value, id) in cases)
        {
            var typed = int.TryParse(value, out var length) && length > 20 ? new string('a', length) : value;

            var refused = await ana.SendAsync(GivenDrafts.Commitment, new() { ["Form.Gender"] = "Se convoca por la tarde.", [field] = typed }, GivenDrafts.Form);

            Assert.Equal((field, HttpStatusCode.OK), (field, refused.Status));
            Assert.NotNull(refused.Page.QuerySelector($".form-errors a[href='#{id}']"));
            var wrong = Assert.Single(refused.Page.QuerySelectorAll(".field-wrong"));
            Assert.NotNull(refused.Page.QuerySelector($"#{id}"));
            Assert.True(wrong.Closest("details")?.HasAttribute("open") ?? true);
            Assert.Equal("Se convoca por la tarde.", refused.Page.QuerySelector("#form-gender")!.TextContent.Trim());
        }

        Assert.Equal(0, (await CommitmentAsync("agua-limpia")).Revision);
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_commitment()
    {
        using var ana = await AdministratorAsync();
        var (_, page) = await ana.OpenAsync(GivenDrafts.NewCommitment);
        var fields = Browser.FieldsOf(page.QuerySelector(GivenDrafts.Form)!);
        fields["Form.Title"] = "Ladrilleras";

        Assert.Equal(HttpStatusCode.Redirect, (await ana.PostAsync(GivenDrafts.NewCommitment, fields)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.PostAsync(GivenDrafts.NewCommitment, fields)).Status);
        Assert.Equal(2, await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().Commitments.CountAsync()));

        var changed = await ana.PostAsync(GivenDrafts.NewCommitment, new(fields) { ["Form.Title"] = "Ladrilleras al norte" });
        Assert.Contains("Ladrilleras al norte", changed.Page.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_to_save_sees_both_texts_and_decides()
    {
        await hub.PersonAsync(durango, Role.Administrator, "luis@ejemplo.mx");
        using var ana = await AdministratorAsync();
        using var luis = site.Browser(durango.Slug);
        await luis.SignInAsync("luis@ejemplo.mx");
        var (_, page) = await luis.OpenAsync(GivenDrafts.Commitment);
        var fields = Browser.FieldsOf(page.QuerySelector(GivenDrafts.Form)!);
        await ana.SendAsync(GivenDrafts.Commitment, new() { ["Form.Problem"] = "Lo que escribió Ana.", ["Form.LegalBasis"] = "Ley de aguas" }, GivenDrafts.Form);

        fields["Form.Problem"] = "Lo que escribió Luis.";
        fields["Form.Budget"] = "Sin gasto";
        var told = await luis.PostAsync(GivenDrafts.Commitment, fields);

        Assert.Contains("Otra persona cambió", told.Errors, StringComparison.Ordinal);
        var rows = told.Page.QuerySelectorAll(".conflict tbody tr").Select(row => row.QuerySelectorAll(".said").Select(said => said.TextContent).ToArray()).ToList();
        Assert.Contains(rows, row => row is ["Lo que escribió Luis.", "Lo que escribió Ana."]);
        Assert.Contains(rows, row => row is ["Sin gasto", "(vacío)"]);
        Assert.Equal(2, rows.Count);
        Assert.Equal("Lo que escribió Luis.", told.Page.QuerySelector("#form-problem")!.TextContent.Trim());
        Assert.Equal("Lo que escribió Ana.", (await CommitmentAsync("agua-limpia")).Text.Problem);

        var kept = await luis.PostAsync(GivenDrafts.Commitment, Browser.FieldsOf(told.Page.QuerySelector(GivenDrafts.Form)!));
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Equal(("Lo que escribió Luis.", "Sin gasto", "Ley de aguas"), (await CommitmentAsync("agua-limpia")).Text is var text ? (text.Problem, text.Budget, text.LegalBasis) : default);
    }

    [Fact]
    public async Task Of_fifty_edits_at_once_one_succeeds_a_revision_and_every_other_is_told()
    {
        var waiting = Enumerable.Range(1, 50).Select(number => $"Edición {number}").ToList();
        var won = new List<string>();

        while (waiting.Count > 0)
        {
            var seen = (await CommitmentAsync("agua-limpia")).Revision;
            var outcomes = await Task.WhenAll(waiting.Select(async title => (title, Refusal: await ReviseAsync(title, seen))));

            var winner = Assert.Single(outcomes, outcome => outcome.Refusal is null).title;
            Assert.All(outcomes.Where(outcome => outcome.title != winner), outcome => Assert.Equal(CommitmentRefusals.ChangedMeanwhile, outcome.Refusal));
            Assert.Equal((seen + 1, winner), (await CommitmentAsync("agua-limpia")) is var now ? (now.Revision, now.Text.Title) : default);
            won.Add(winner);

            // All fifty meet on the first revisions; the last ones need no crowd to show the same.
            waiting = won.Count < 5 ? waiting.FindAll(title => title != winner) : [];
        }
    }

    [Fact]
    public async Task Two_people_on_two_commitments_do_not_stop_each_other()
    {
        var titles = Enumerable.Range(1, 10).Select(number => $"Compromiso nuevo {number}").ToList();

        var outcomes = await Task.WhenAll(titles.Select(title => hub.AsAsync(durango, scope => scope.GetRequiredService<AddCommitment>().ExecuteAsync(
            new() { PlanId = given.PlanId, AxisId = given.AxisId, Text = new() { Title = title } }, default))));

        Assert.All(outcomes, Assert.Null);
        var numbers = await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().Commitments.Select(c => c.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 11), numbers.Order());
    }

    [Fact]
    public async Task An_approved_plan_refuses_and_keeps_what_was_typed()
    {
        using var ana = await AdministratorAsync();
        var (_, page) = await ana.OpenAsync(GivenDrafts.Commitment);
        var fields = Browser.FieldsOf(page.QuerySelector(GivenDrafts.Form)!);
        await hub.AsAsync(durango, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(given.PlanId, null, default));
            Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(given.PlanId, GivenPlans.Agreement, null, default));
        });

        var refused = await ana.PostAsync(GivenDrafts.Commitment, new(fields) { ["Form.Problem"] = "Tarde." });

        Assert.NotEmpty(refused.Errors);
        Assert.Equal("Tarde.", refused.Page.QuerySelector("#form-problem")!.TextContent.Trim());
        Assert.Null((await ana.OpenAsync(GivenDrafts.Commitment)).Page.QuerySelector(GivenDrafts.Form));
    }

    [Fact]
    public async Task Neither_another_role_nor_another_place_reaches_it()
    {
        await hub.PersonAsync(durango, Role.Evaluator);
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var evaluator = await site.SignedInAsync(durango.Slug, Role.Evaluator);
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);

        foreach (var page in new[] { GivenDrafts.Commitment, GivenDrafts.NewCommitment, "/gestion/plan/2026/ejes", "/gestion/plan/2026/datos" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.OpenAsync(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.PostAsync(page, [])).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync(page)).Status);
        }
    }

    private Task<Core.Refusal?> ReviseAsync(string title, int seen) => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<ReviseCommitment>().ExecuteAsync(given with { Text = given.Text with { Title = title } }, seen, default));

    private Task<Commitment> CommitmentAsync(string slug) => hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().Commitments
        .AsNoTracking()
        .Include(c => c.Actors)
        .Include(c => c.Values)
        .Include(c => c.Links)
        .SingleAsync(c => c.Slug == slug));
}
