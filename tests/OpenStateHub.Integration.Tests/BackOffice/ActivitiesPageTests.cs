using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>The activities of a commitment, made and mended through their pages.</summary>
public sealed class ActivitiesPageTests(ServedHub served) : OnAnOpenDraft(served)
{
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
}
